package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;

class NetworkTest {
  private static final Architecture SMALL = Architecture.mlp(2, 3, 1);
  private static final INDArray NO_SAMPLES = Nd4j.create(DataType.DOUBLE, 0, 2);

  /** y = |x₁| + 1, by two units; the third is dead. */
  private static Network absoluteValue() {
    return new Network(
        SMALL,
        List.of(
            Nd4j.createFromArray(new double[][] {{1, 0}, {-1, 0}, {0, 0}}),
            Nd4j.createFromArray(new double[][] {{1, 1, 5}})),
        List.of(Nd4j.zeros(DataType.DOUBLE, 3), Nd4j.ones(DataType.DOUBLE, 1)));
  }

  @Test
  void outputs_knownWeights_areWhatTheFormulaSays() {
    INDArray outputs =
        absoluteValue().outputs(Nd4j.createFromArray(new double[][] {{-2, 9}, {0.5, 9}}));

    assertEquals(Nd4j.createFromArray(new double[][] {{3}, {1.5}}), outputs);
  }

  @Test
  void outputs_moreSamplesThanAChunk_areThoseOfEachSample() {
    INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -1, 0.001, 5002).reshape(2501, 2);

    INDArray outputs = absoluteValue().outputs(inputs);

    assertEquals(2501, outputs.rows());
    for (int row : new int[] {0, 999, 1000, 2500}) {
      assertEquals(Math.abs(inputs.getDouble(row, 0)) + 1, outputs.getDouble(row, 0), 1e-12);
    }
  }

  @Test
  void classify_anySamples_namesTheLargestOutput() {
    Network network =
        new Network(
            Architecture.of(Shape.of(1), new Dense(1, 2)),
            List.of(Nd4j.createFromArray(new double[][] {{1}, {-1}})),
            List.of(Nd4j.zeros(DataType.DOUBLE, 2)));

    assertArrayEquals(
        new int[] {0, 1, 0},
        network.classify(Nd4j.createFromArray(new double[][] {{3}, {-2}, {0.5}})));
  }

  @Test
  void outputs_wrongWidth_namesFoundAndExpected() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> absoluteValue().outputs(Nd4j.zeros(DataType.DOUBLE, 5, 3)));

    assertEquals(
        "inputs [5, 3] do not fit the network, which takes 2 values a sample", error.getMessage());
  }

  @Test
  void outputs_oneSampleAsNumbers_areThoseOfTheRow() {
    assertArrayEquals(new double[] {3}, absoluteValue().outputs(new double[] {-2, 9}));
    Exception error =
        assertThrows(
            IllegalArgumentException.class, () -> absoluteValue().outputs(new double[] {1}));
    assertEquals(
        "inputs [1, 1] do not fit the network, which takes 2 values a sample", error.getMessage());
  }

  /** ND4J holds an array without rows, and a row that is taken from a table comes as a vector. */
  @Test
  void outputs_noSamplesOrAVector_areNoneOrOne() {
    assertArrayEquals(new long[] {0, 1}, absoluteValue().outputs(NO_SAMPLES).shape());
    Exception noValues =
        assertThrows(
            IllegalArgumentException.class,
            () -> absoluteValue().outputs(Nd4j.create(DataType.DOUBLE, 2, 0)));
    assertEquals(
        "an empty array must be [0, 2], no samples of so many values, found [2, 0]",
        noValues.getMessage());
    INDArray one = absoluteValue().outputs(Nd4j.createFromArray(-2.0, 9.0));
    assertEquals(Nd4j.createFromArray(new double[][] {{3}}), one);
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> absoluteValue().outputs(Nd4j.zeros(DataType.DOUBLE, 4)));
    assertEquals(
        "a vector is one sample, of 2 values here, found 4;"
            + " many samples are an array [samples, 2], such as vector.reshape(-1, 2)",
        error.getMessage());
  }

  @Test
  void classify_noSamplesNaNOrOneOutput_isNoneOrRefused() {
    Network network = Architecture.mlp(2, 3, 4).initialize(1, DataType.DOUBLE);
    INDArray second = Nd4j.createFromArray(new double[][] {{1, 2}, {Double.NaN, 0}});

    assertArrayEquals(new int[0], network.classify(NO_SAMPLES));
    assertEquals(
        "sample 2 has no class, output 1 is NaN; look for NaN or huge values in the sample, and in"
            + " the weights",
        assertThrows(IllegalArgumentException.class, () -> network.classify(second)).getMessage());
    assertEquals(
        "a network with one output predicts a number and no class; ask for its outputs",
        assertThrows(IllegalStateException.class, () -> absoluteValue().classify(NO_SAMPLES))
            .getMessage());
  }

  @Test
  void activeUnits_oneWithoutIncomingWeights_countsTheOthers() {
    assertEquals(2, absoluteValue().activeUnits(new UnitPair(0, 1, 3)));
    assertArrayEquals(new double[] {1, 1, 0}, absoluteValue().incomingNorms(0));
    assertArrayEquals(new double[] {1, 1, 5}, absoluteValue().outgoingNorms(1));
  }

  @Test
  void weights_changedByTheCaller_leaveTheNetworkAlone() {
    Network network = absoluteValue();
    network.weights(0).addi(1);
    network.bias(1).addi(1);

    assertEquals(absoluteValue().weights(0), network.weights(0));
    assertEquals(absoluteValue().bias(1), network.bias(1));
  }

  @Test
  void initialize_sameSeed_givesTheSameNetworkWithinTheBounds() {
    Network network = Architecture.mlp(100, 50, 10).initialize(42);

    assertEquals(network.weights(0), Architecture.mlp(100, 50, 10).initialize(42).weights(0));
    assertNotEquals(network.weights(0), Architecture.mlp(100, 50, 10).initialize(43).weights(0));
    assertEquals(0.1, network.weights(0).amaxNumber().doubleValue(), 0.001);
    assertTrue(network.bias(0).amaxNumber().doubleValue() <= 0.1);
    assertEquals(1 / Math.sqrt(3) / 10, network.weights(0).stdNumber().doubleValue(), 0.002);
  }

  @Test
  void withType_backAndForth_keepsFloat32Values() {
    Network network = SMALL.initialize(1);

    assertEquals(DataType.DOUBLE, network.withType(DataType.DOUBLE).type());
    assertEquals(
        network.weights(0), network.withType(DataType.DOUBLE).withType(DataType.FLOAT).weights(0));
  }

  @Test
  void snapshot_ofAWorkingNetwork_isTheNetworkThatWasCopied() {
    Network network = Architecture.factorizedMlp(5, 4, 2, 3).initialize(8, DataType.DOUBLE);
    Network copy = Network.of(network.architecture(), network.working().parameters());

    for (int layer = 0; layer < 4; layer++) {
      assertEquals(network.weights(layer), copy.weights(layer));
      assertEquals(network.bias(layer), copy.bias(layer));
    }
    INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -1, 0.1, 10).reshape(2, 5);
    assertEquals(0, network.outputs(inputs).distance2(copy.outputs(inputs)), Tolerance.ROUNDING);
  }

  @Test
  void constructor_wrongShape_namesLayerExpectedAndFound() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Network(
                    SMALL,
                    List.of(Nd4j.zeros(DataType.FLOAT, 2, 3), Nd4j.zeros(DataType.FLOAT, 1, 3)),
                    List.of(Nd4j.zeros(DataType.FLOAT, 3), Nd4j.zeros(DataType.FLOAT, 1))));

    assertEquals(
        "weights of layer 0 must be [3, 2] of FLOAT, found [2, 3] of FLOAT", error.getMessage());
  }

  @Test
  void summary_anyNetwork_listsLayersParametersAndActiveUnits() {
    String text = absoluteValue().toString();

    assertTrue(text.startsWith("Network 2 → 1, 13 parameters, float64"), text);
    assertTrue(text.contains("dense 2 → 3"), text);
    assertTrue(text.contains("pair 1: weights into its 3 units, 2 active, 2 strong"), text);
    assertTrue(SMALL.toString().startsWith("Architecture 2 → 1, 13 parameters"));
  }
}
