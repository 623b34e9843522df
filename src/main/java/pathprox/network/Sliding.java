package pathprox.network;

import java.util.List;
import pathprox.matrix.Window;

/**
 * A square window over the images of a layer.
 *
 * @param kernel its side
 * @param stride distance between windows
 * @param padding zeros on each side
 */
record Sliding(int kernel, int stride, int padding) {
  /** Side by side, without padding. */
  static Sliding tiles(int size) {
    return new Sliding(size, size, 0);
  }

  Window over(Shape images) {
    List<Integer> sizes = images.sizes();
    return Window.over(sizes.get(1), sizes.get(2), kernel, stride, padding);
  }

  /** The shape behind the window; refuses what is no image, or smaller than the window. */
  Shape shapeBehind(Layer layer, Shape images, int outputs) {
    if (images.sizes().size() != 3) {
      throw new IllegalArgumentException(
          "%s takes images [channels, height, width], found %s".formatted(layer, images));
    }
    Window window = over(images);
    if (window.vertical().outputs() < 1 || window.horizontal().outputs() < 1) {
      throw new IllegalArgumentException(
          "%s takes images of at least %d pixels a side, found %s"
              .formatted(layer, kernel - 2 * padding, images));
    }
    return Shape.of(outputs, window.vertical().outputs(), window.horizontal().outputs());
  }
}
