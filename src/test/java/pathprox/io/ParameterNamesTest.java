package pathprox.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/** Weights of PyTorch in an architecture given by hand. */
class ParameterNamesTest {
  private static final Architecture SMALL = Architecture.mlp(2, 3, 1);
  private static final Architecture ALIKE = Architecture.mlp(2, 2, 2, 2);

  @TempDir private Path folder;

  private Path write(String metadata, String... arrays) throws IOException {
    return Crafted.write(folder.resolve("model.safetensors"), metadata, arrays);
  }

  record Named(String first, String second) {}

  static Stream<Named> names() {
    return Stream.of(
        new Named("0.", "2."),
        new Named("0.", "3."), // with a layer between that has no weights
        new Named("fc1.", "fc2."),
        new Named("fc9.", "fc10."),
        new Named("features.0.", "classifier.0."),
        new Named("net.layers.0.linear.", "net.layers.1.linear."));
  }

  @ParameterizedTest
  @MethodSource("names")
  void load_namesOfPyTorch_findTheirLayers(Named named) throws IOException {
    Path file =
        write(
            "{\"format\":\"pt\"}",
            "F32 " + named.second + "bias 1",
            "F32 " + named.second + "weight 1 3",
            "F32 " + named.first + "bias 3",
            "F32 " + named.first + "weight 3 2");

    Network network = Checkpoint.load(file, SMALL);

    assertEquals(SMALL, network.architecture());
    assertArrayEquals(count(6), network.weights(0).reshape(6).toDoubleVector());
    assertArrayEquals(count(3), network.bias(0).toDoubleVector());
    assertArrayEquals(count(3), network.weights(1).reshape(3).toDoubleVector());
    assertArrayEquals(count(1), network.bias(1).toDoubleVector());
  }

  private static double[] count(int last) {
    return IntStream.rangeClosed(1, last).asDoubleStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({"F32, FLOAT", "F64, DOUBLE", "F16, FLOAT", "BF16, FLOAT"})
  void load_type_becomesOneOfNetworks(String type, DataType expected) throws IOException {
    Path file = write("", type + " weight 100 2", type + " bias 100");

    Network network = Checkpoint.load(file, Architecture.mlp(2, 100));

    assertEquals(expected, network.type());
    assertArrayEquals(count(200), network.weights(0).reshape(200).toDoubleVector());
    assertArrayEquals(count(100), network.bias(0).toDoubleVector());
  }

  @Test
  void load_noBias_isZeros() throws IOException {
    Path file = write("", "F32 fc.weight 3 2", "F32 out.bias 1", "F32 out.weight 1 3");

    Network network = Checkpoint.load(file.toString(), SMALL);

    assertArrayEquals(new double[3], network.bias(0).toDoubleVector());
    assertArrayEquals(count(1), network.bias(1).toDoubleVector());
  }

  /** The biases tell which is which: they are counted from 1, from 2 and from 3. */
  @Test
  void load_equalShapes_standInTheOrderOfTheirNumbers() throws IOException {
    Path file =
        write(
            "",
            "F32 fc10.weight 2 2",
            "F32 fc2.bias 2",
            "F32 fc2.weight 2 2",
            "F32 fc9.weight 2 2");

    Network network = Checkpoint.load(file, ALIKE);

    assertArrayEquals(count(2), network.bias(0).toDoubleVector());
    assertArrayEquals(new double[2], network.bias(1).toDoubleVector());
    assertArrayEquals(new double[2], network.bias(2).toDoubleVector());
  }

  @Test
  void load_convolutions_fitByTheirShapes() throws IOException {
    Architecture images =
        Architecture.of(
            Shape.of(1, 3, 3), Conv2d.same(1, 2, 3), new Relu(), new Flatten(), new Dense(18, 2));
    Path file = write("", "F32 classifier.weight 2 18", "F32 features.0.weight 2 1 3 3");

    Network network = Checkpoint.load(file, images);

    assertArrayEquals(count(18), network.weights(0).reshape(18).toDoubleVector());
    assertArrayEquals(count(36), network.weights(1).reshape(36).toDoubleVector());
  }

  record Refused(String message, Architecture architecture, String... arrays) {
    @Override
    public String toString() {
      return message;
    }
  }

  static Stream<Refused> refusals() {
    String weight = "F32 fc1.weight 3 2";
    String last = "F32 fc2.weight 1 3";
    return Stream.of(
        new Refused("no array is left of the shape [1, 3] for layer 1", SMALL, weight),
        new Refused("no array is left of the shape [3, 2] for layer 0", SMALL, "F32 a.weight 2 3"),
        new Refused(
            "these belong to no layer: [fc3.weight]", SMALL, weight, last, "F32 fc3.weight 1 1"),
        new Refused("'fc1.scale' is neither", SMALL, weight, last, "F32 fc1.scale 3"),
        new Refused("'bn.bias' is neither", SMALL, weight, last, "F32 bn.bias 3"),
        new Refused(
            "bias of layer 0 must be [3], found [2]", SMALL, weight, last, "F32 fc1.bias 2"),
        new Refused("one type, found [F64, F32]", SMALL, "F64 fc1.weight 3 2", last),
        new Refused("'n' must be numbers of [F32, F64, F16, BF16]", SMALL, weight, "I64 n 1"),
        new Refused(
            "which is layer 0, the names do not tell: [a.weight, b.weight",
            ALIKE,
            "F32 a.weight 2 2",
            "F32 b.weight 2 2",
            "F32 c.weight 2 2"),
        // As a decoder that somebody takes for its encoder.
        new Refused(
            "by its shape 'fc2.weight' would come before 'fc1.weight'",
            Architecture.mlp(3, 2, 3),
            "F32 fc1.weight 3 2",
            "F32 fc2.weight 2 3"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void load_arraysThatFitInNoOrTwoWays_areListedBesideTheLayers(Refused refused)
      throws IOException {
    Path file = write("", refused.arrays);

    String message = refusal(file, refused.architecture);

    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(refused.message), message);
    if (!message.contains("'n'")) {
      assertTrue(message.contains("\n  the layers need [["), message);
      assertTrue(message.contains("\n  the file holds ["), message);
      assertTrue(message.contains("\nPyTorch's Sequential would name them [0.weight, "), message);
    }
  }

  private static String refusal(Path file, Architecture architecture) {
    return assertThrows(UncheckedIOException.class, () -> Checkpoint.load(file, architecture))
        .getMessage();
  }

  @Test
  void load_fileOfOurs_mustBeOfTheSameArchitecture() {
    Path file = folder.resolve("ours.safetensors");
    Network network = SMALL.initialize(1);
    Checkpoint.save(network, file);
    Architecture linear = Architecture.of(Shape.of(2), new Dense(2, 3), new Dense(3, 1));

    assertEquals(network.weights(1), Checkpoint.load(file, SMALL).weights(1));
    assertTrue(refusal(file, linear).contains("the network in it is another one"));
  }

  /** Written by PyTorch, see the README beside the file. */
  @Test
  void load_fileOfPyTorch_givesItsOutputs() {
    Path file = Path.of("src/test/resources/reference/pytorch/mlp.safetensors");
    Network network = Checkpoint.load(file, Architecture.mlp(3, 4, 4, 2));

    double[] outputs = network.outputs(new double[] {1, -2, 0.5});

    // Computed by PyTorch in float64 from the same weights.
    assertArrayEquals(new double[] {0.5127581385226868, -0.18208306432222712}, outputs, 1e-6);
  }
}
