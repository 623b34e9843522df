package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Parameters;
import pathprox.network.running.WorkingNetwork;

class ParametersTest {
  static Stream<Architecture> architectures() {
    return Stream.of(
        Architecture.factorizedMlp(3, 6, 2, 2),
        Architecture.mlp(3, 6, 4, 2),
        Architecture.smallConvnet(Shape.of(1, 8, 8), 2));
  }

  /** Every second unit leaves, so that the others change places; then all of them do. */
  @ParameterizedTest
  @MethodSource("architectures")
  void copyFrom_fromWorkingSets_putsAllUnitsInOrder(Architecture architecture) {
    WorkingNetwork trained = architecture.initialize(1, DataType.DOUBLE).working();
    WorkingNetwork other = architecture.initialize(2, DataType.DOUBLE).working();

    for (int round = 0; round < 2; round++) {
      for (PairUnits pair : trained.pairs()) {
        boolean[] member = new boolean[pair.active() + pair.inactive()];
        for (int i = 1; i < pair.active() && round == 0; i += 2) {
          member[i] = true;
        }
        pair.choose(member, null);
      }
      other.parameters().copyFrom(trained.parameters());

      for (int layer = 0; layer < architecture.parametricLayers().size(); layer++) {
        assertEquals(
            Network.of(architecture, trained.parameters()).weights(layer),
            Network.of(architecture, other.parameters()).weights(layer));
        assertEquals(
            Network.of(architecture, trained.parameters()).bias(layer),
            Network.of(architecture, other.parameters()).bias(layer));
      }
      other.pairs().forEach(pair -> assertEquals(0, pair.inactive()));
      Matrix inputs = new Arena().zeros(DataType.DOUBLE, 3, architecture.input().elements());
      inputs.fill(0.7);
      assertEquals(
          0, trained.forward(inputs).toArray().distance2(other.forward(inputs).toArray()), 1e-12);
    }
  }

  @Test
  void copyFrom_intoWorkingSets_bringsAllUnitsBack() {
    Network source = Architecture.mlp(3, 6, 2).initialize(1, DataType.DOUBLE);
    WorkingNetwork target = Architecture.mlp(3, 6, 2).initialize(2, DataType.DOUBLE).working();
    target.pairs().get(0).choose(new boolean[] {false, true, false, true, true, false}, null);

    target.parameters().copyFrom(source.working().parameters());

    assertEquals(
        source.weights(0), Network.of(source.architecture(), target.parameters()).weights(0));
    assertEquals(
        source.weights(1), Network.of(source.architecture(), target.parameters()).weights(1));
    assertEquals(6, target.layers().get(1).weights().value().rows());
  }

  @Test
  void copyFrom_otherLayersOrType_isRefused() {
    WorkingNetwork target = Architecture.mlp(3, 6, 2).initialize(2, DataType.DOUBLE).working();
    WorkingNetwork wider = Architecture.mlp(3, 7, 2).initialize(2, DataType.DOUBLE).working();
    WorkingNetwork single = Architecture.mlp(3, 6, 2).initialize(2).working();

    assertThrows(
        IllegalArgumentException.class, () -> target.parameters().copyFrom(wider.parameters()));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> target.parameters().copyFrom(single.parameters()))
            .getMessage();
    assertTrue(message.startsWith("expected the parameters of the same layers in DOUBLE"), message);
  }

  /** 300 copies of 950,000 numbers in float32 would be 1.1 GB, which no garbage collector sees. */
  @Test
  void copyFrom_manyTimes_usesTheSameNativeMemory() {
    try (WorkingNetwork network =
        Architecture.factorizedMlp(784, 400, 3, 10).initialize(1).working()) {
      Parameters copy = network.parameters().copy(network.arena());
      long before = Pointer.physicalBytes();

      for (int i = 0; i < 300; i++) {
        copy.copyFrom(network.parameters());
      }

      long grown = Pointer.physicalBytes() - before;
      assertTrue(grown < 100_000_000, "grown by " + grown);
    }
  }

  /** 300 working networks of 1.6 million numbers would be 2 GB. */
  @Test
  void close_manyTimes_givesNativeMemoryBack() {
    Network network = Architecture.factorizedMlp(784, 400, 5, 10).initialize(1);
    network.working().close();
    long before = Pointer.physicalBytes();

    for (int i = 0; i < 300; i++) {
      network.working().close();
    }

    long grown = Pointer.physicalBytes() - before;
    assertTrue(grown < 100_000_000, "grown by " + grown);
  }
}
