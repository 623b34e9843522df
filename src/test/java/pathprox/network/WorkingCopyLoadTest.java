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

class WorkingCopyLoadTest {
  static Stream<Architecture> architectures() {
    return Stream.of(
        Architecture.factorizedMlp(3, 6, 2, 2),
        Architecture.mlp(3, 6, 4, 2),
        Architecture.smallConvnet(Shape.of(1, 8, 8), 2));
  }

  /** Every second unit leaves, so that the others change places; then all of them do. */
  @ParameterizedTest
  @MethodSource("architectures")
  void load_fromWorkingSets_putsAllUnitsInOrder(Architecture architecture) {
    WorkingCopy trained = new WorkingCopy(architecture.initialize(1, DataType.DOUBLE));
    WorkingCopy other = new WorkingCopy(architecture.initialize(2, DataType.DOUBLE));

    for (int round = 0; round < 2; round++) {
      for (PairUnits pair : trained.pairs()) {
        boolean[] member = new boolean[pair.active() + pair.others()];
        for (int i = 1; i < pair.active() && round == 0; i += 2) {
          member[i] = true;
        }
        pair.choose(member, null);
      }
      other.load(trained);

      for (int layer = 0; layer < architecture.parametricLayers().size(); layer++) {
        assertEquals(trained.snapshot().weights(layer), other.snapshot().weights(layer));
        assertEquals(trained.snapshot().bias(layer), other.snapshot().bias(layer));
      }
      other.pairs().forEach(pair -> assertEquals(0, pair.others()));
      Matrix inputs = new Arena().zeros(DataType.DOUBLE, 3, architecture.input().elements());
      inputs.fill(0.7);
      assertEquals(
          0, trained.forward(inputs).toArray().distance2(other.forward(inputs).toArray()), 1e-12);
    }
  }

  @Test
  void load_intoWorkingSets_bringsAllUnitsBack() {
    Network source = Architecture.mlp(3, 6, 2).initialize(1, DataType.DOUBLE);
    WorkingCopy target = new WorkingCopy(Architecture.mlp(3, 6, 2).initialize(2, DataType.DOUBLE));
    target.pairs().get(0).choose(new boolean[] {false, true, false, true, true, false}, null);

    target.load(new WorkingCopy(source));

    assertEquals(source.weights(0), target.snapshot().weights(0));
    assertEquals(source.weights(1), target.snapshot().weights(1));
    assertEquals(6, target.parameters().get(1).weights().value().rows());
  }

  @Test
  void load_otherLayersOrType_isRefused() {
    WorkingCopy target = new WorkingCopy(Architecture.mlp(3, 6, 2).initialize(2, DataType.DOUBLE));
    WorkingCopy wider = new WorkingCopy(Architecture.mlp(3, 7, 2).initialize(2, DataType.DOUBLE));
    WorkingCopy single = new WorkingCopy(Architecture.mlp(3, 6, 2).initialize(2));

    assertThrows(IllegalArgumentException.class, () -> target.load(wider));
    String message =
        assertThrows(IllegalArgumentException.class, () -> target.load(single)).getMessage();
    assertTrue(message.startsWith("expected the parameters of the same layers in DOUBLE"), message);
  }

  @Test
  void remembered_afterAChange_isWhatWasRemembered() {
    Network start = Architecture.mlp(3, 6, 2).initialize(1, DataType.DOUBLE);
    WorkingCopy network = new WorkingCopy(start);
    assertTrue(network.remembered().isEmpty());

    network.remember();
    network.parameters().get(0).weights().value().fill(7);
    assertEquals(start.weights(0), network.remembered().orElseThrow().weights(0));

    network.remember();
    assertEquals(7, network.remembered().orElseThrow().weights(0).getDouble(0));
  }

  /** 300 copies of 950,000 numbers in float32 would be 1.1 GB, which no garbage collector sees. */
  @Test
  void remember_manyTimes_usesTheSameNativeMemory() {
    WorkingCopy network =
        new WorkingCopy(Architecture.factorizedMlp(784, 400, 3, 10).initialize(1));
    network.remember();
    long before = Pointer.physicalBytes();

    for (int i = 0; i < 300; i++) {
      network.remember();
    }

    long grown = Pointer.physicalBytes() - before;
    assertTrue(grown < 500_000_000, "grown by " + grown);
  }
}
