package pathprox.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.RandomNumbers;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Initialization;
import pathprox.network.Layer;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/** Large networks, and many, by {@code -Plasting}. */
@Tag("lasting")
class OnnxLastingTest {
  private static final double MOST = 1e-5;
  private static final int ARCHITECTURES = Integer.getInteger("lasting.architectures", 30);

  @TempDir Path folder;

  private double difference(Network network, DataType type) {
    return Difference.of(network, 8, type, folder.resolve("network.onnx"));
  }

  /** As the authors draw it, so that outputs do not vanish over 16 convolutions. */
  @Test
  void save_vgg19_hasTheSameOutputs() {
    Network network =
        Architecture.vgg19(Shape.of(3, 32, 32), 10)
            .initialize(1, DataType.FLOAT, Initialization.kaimingNormal());

    double difference = difference(network, DataType.FLOAT);

    System.out.printf(Locale.ROOT, "ONNX, VGG19: relative difference %.2e%n", difference);
    assertTrue(difference <= MOST, () -> "relative difference " + difference);
  }

  @Test
  void save_randomArchitectures_haveTheSameOutputs() {
    double largest = 0;
    for (int i = 0; i < ARCHITECTURES; i++) {
      RandomNumbers random = RandomNumbers.of(i, "architecture", 0);
      Architecture architecture = i % 2 == 0 ? perceptron(random) : convolutional(random);
      Network network = architecture.initialize(i);
      double difference = difference(network, DataType.FLOAT);
      assertTrue(difference <= MOST, () -> difference + " for " + architecture);
      largest = Math.max(largest, difference);
    }
    String text = "ONNX, %d random architectures: largest relative difference %.2e%n";
    System.out.printf(Locale.ROOT, text, ARCHITECTURES, largest);
  }

  private static Architecture perceptron(RandomNumbers random) {
    int inputs = 1 + random.nextInt(300);
    return new Architecture(Shape.of(inputs), dense(inputs, random));
  }

  /** Up to five dense layers, two of three with a rectifier after it. */
  private static List<Layer> dense(int inputs, RandomNumbers random) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int left = random.nextInt(5); left > 0; left--) {
      int next = 1 + random.nextInt(200);
      layers.add(new Dense(width, next));
      if (random.nextInt(3) > 0) {
        layers.add(new Relu());
      }
      width = next;
    }
    layers.add(new Dense(width, 1 + random.nextInt(10)));
    return layers;
  }

  /** Convolutions and poolings of any kind, as long as a pixel is left. */
  private static Architecture convolutional(RandomNumbers random) {
    Shape input = Shape.of(1 + random.nextInt(4), 6 + random.nextInt(20), 6 + random.nextInt(20));
    List<Layer> layers = new ArrayList<>();
    Shape shape = input;
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      Layer layer = layerOfImages(shape.sizes().get(0), random);
      int side = Math.min(shape.sizes().get(1), shape.sizes().get(2));
      if (side >= 5) {
        layers.add(layer);
        shape = layer.outputShape(shape);
      }
    }
    layers.add(new Flatten());
    layers.addAll(dense(shape.elements(), random));
    return new Architecture(input, layers);
  }

  private static Layer layerOfImages(int channels, RandomNumbers random) {
    int size = 1 + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> new MaxPool2d(size);
      case 1 -> new AvgPool2d(size);
      case 2, 3 -> new Relu();
      default -> {
        int kernel = 1 + random.nextInt(5);
        int padding = random.nextInt(kernel);
        yield new Conv2d(channels, 1 + random.nextInt(40), kernel, size, padding);
      }
    };
  }
}
