package pathprox.network;

import java.util.ArrayList;
import java.util.List;

/** Puts together the layers of convolutional networks, following their shapes. */
final class ConvolutionalLayers {
  private final Shape input;
  private final List<Layer> layers = new ArrayList<>();
  private Shape shape;

  ConvolutionalLayers(Shape input) {
    if (input.sizes().size() != 3) {
      throw new IllegalArgumentException(
          "a convolutional network takes images [channels, height, width], found " + input);
    }
    this.input = input;
    shape = input;
  }

  ConvolutionalLayers add(Layer layer) {
    shape = layer.outputShape(shape);
    layers.add(layer);
    return this;
  }

  /** Convolutions 3×3 that keep height and width, with a rectifier behind each. */
  ConvolutionalLayers addBlock(List<Integer> channels) {
    for (int outputs : channels) {
      add(Conv2d.same(shape.sizes().get(0), outputs, 3));
      add(new Relu());
    }
    return this;
  }

  Architecture classifying(int classes) {
    add(new Flatten());
    add(new Dense(shape.elements(), classes));
    return new Architecture(input, layers);
  }
}
