package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class ConvolutionalArchitectureTest {
  private static final Shape CIFAR = Shape.of(3, 32, 32);

  @Test
  void vgg19_forCifar_hasEightPairsAndAnUnpairedClassifier() {
    Pairing pairing = Architecture.vgg19(CIFAR, 10).pairing();

    assertEquals(
        List.of(64, 128, 256, 256, 512, 512, 512, 512),
        pairing.pairs().stream().map(UnitPair::units).toList());
    for (int k = 0; k < 8; k++) {
      assertEquals(2 * k, pairing.pairs().get(k).incoming());
      assertEquals(2 * k + 1, pairing.pairs().get(k).outgoing());
    }
    assertTrue(pairing.reasons().get(16).startsWith("unpaired"));
  }

  /**
   * Torchvision documents 143,667,240 parameters for its VGG19; without its three dense layers
   * (25088-4096-4096-1000: 123,642,856) 20,024,384 remain, and the classifier has 512·10 + 10.
   */
  @Test
  void vgg19_forCifar_hasAsManyParametersAsPublished() {
    Architecture architecture = Architecture.vgg19(CIFAR, 10);
    long parameters =
        architecture.parametricLayers().stream().mapToLong(ParametricLayer::parameterCount).sum();

    assertEquals(143_667_240 - 123_642_856 + 5_130, parameters);
    assertEquals(Shape.of(10), architecture.output());
    assertEquals(4, architecture.layers().stream().filter(MaxPool2d.class::isInstance).count());
    assertTrue(architecture.toString().contains("conv 3×3, 512 → 512"), architecture.toString());
  }

  @Test
  void smallConvnet_forMnist_hasTwoPairs() {
    Architecture architecture = Architecture.smallConvnet(Shape.of(1, 28, 28), 10);

    assertEquals(
        List.of(new UnitPair(0, 1, 16), new UnitPair(2, 3, 32)), architecture.pairing().pairs());
    assertTrue(architecture.toString().contains("32,058 parameters"), architecture.toString());
  }

  @Test
  void vgg19_imageTooSmallOrNone_isRefused() {
    assertMessage("at least 2 pixels a side", Shape.of(3, 16, 32));
    assertMessage("takes images [channels, height, width], found 784", Shape.of(784));
  }

  private static void assertMessage(String part, Shape input) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Architecture.vgg19(input, 10))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void kaimingNormal_convolution_hasTheVarianceOfTheFanInAndNoBias() {
    Network network =
        Architecture.smallConvnet(Shape.of(3, 8, 8), 10)
            .initialize(4, DataType.DOUBLE, Initialization.kaimingNormal());

    assertEquals(Math.sqrt(2.0 / (9 * 32)), network.weights(3).stdNumber().doubleValue(), 2e-3);
    assertEquals(0, network.weights(3).meanNumber().doubleValue(), 2e-3);
    assertEquals(0, network.bias(3).norm2Number().doubleValue());
  }

  @Test
  void snapshot_ofAConvolutionalNetwork_isTheNetworkThatWasCopied() {
    Network network =
        Architecture.smallConvnet(Shape.of(2, 5, 7), 3).initialize(8, DataType.DOUBLE);
    Network copy = Network.of(network.architecture(), network.working().parameters());

    for (int layer = 0; layer < 5; layer++) {
      assertEquals(network.weights(layer), copy.weights(layer));
      assertEquals(network.bias(layer), copy.bias(layer));
    }
  }
}
