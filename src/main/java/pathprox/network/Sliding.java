package pathprox.network;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import pathprox.matrix.Window;

/** A square window over the images of a layer, with {@code padding} zeros on each side of them. */
record Sliding(int kernel, int stride, int padding) {
  /** Side by side, without padding. */
  static Sliding tiles(int size) {
    require(size >= 1, "a pooling window needs a size >= 1, was %s", size);
    return new Sliding(size, size, 0);
  }

  Window over(Shape images) {
    List<Integer> sizes = images.sizes();
    return Window.over(sizes.get(1), sizes.get(2), kernel, stride, padding);
  }

  /** Refuses what is no image, or smaller than the window. */
  Shape shapeAfter(Layer layer, Shape images, int outputs) {
    boolean areImages = images.sizes().size() == 3;
    require(areImages, "%s takes images [channels, height, width], found %s", layer, images);
    Window window = over(images);
    int height = window.vertical().outputs();
    int width = window.horizontal().outputs();
    String message = "%s takes images of at least %s pixels a side, found %s";
    require(height >= 1 && width >= 1, message, layer, kernel - 2 * padding, images);
    return Shape.of(outputs, height, width);
  }
}
