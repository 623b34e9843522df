package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  /** Something that must be refused, and a part of what is said. */
  record Refusal(String message, Executable attempt) {}

  static Stream<Refusal> refusals() {
    return Stream.of(
        new Refusal(
            "layer 2 does not fit: dense takes 300 inputs, found 400",
            () ->
                Architecture.of(
                    Shape.of(784), new Dense(784, 400), new Relu(), new Dense(300, 10))),
        new Refusal("at least inputs and outputs, found 1", () -> Architecture.mlp(784)),
        new Refusal("sizes >= 1", () -> Architecture.mlp(784, 0, 10)),
        new Refusal(
            "blocks must be >= 1, was 0", () -> Architecture.factorizedMlp(784, 400, 0, 10)),
        new Refusal(
            "needs a layer with parameters", () -> Architecture.of(Shape.of(3), new Relu())),
        new Refusal("a shape has sizes >= 1, was [3, 0]", () -> Shape.of(3, 0)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void constructors_whatDoesNotFit_sayWhereExpectedAndFound(Refusal refusal) {
    String message = assertThrows(IllegalArgumentException.class, refusal.attempt).getMessage();

    assertTrue(message.contains(refusal.message), message);
  }

  @Test
  void factorizedMlp_threeBlocks_hasThreePairsAndNoRectifierBetweenBlocks() {
    Architecture architecture = Architecture.factorizedMlp(784, 400, 3, 10);

    assertEquals(
        List.of(new UnitPair(0, 1, 400), new UnitPair(2, 3, 400), new UnitPair(4, 5, 400)),
        architecture.pairing().pairs());
    assertEquals(9, architecture.layers().size());
    assertEquals(3, architecture.layers().stream().filter(Relu.class::isInstance).count());
    assertEquals("10", architecture.output().toString());
  }

  @Test
  void mlp_oddNumberOfLayers_leavesTheLastUnpaired() {
    Pairing pairing = Architecture.mlp(8, 7, 6, 5).pairing();

    assertEquals(List.of(new UnitPair(0, 1, 7)), pairing.pairs());
    assertFalse(pairing.isPaired(2));
    assertEquals(
        "unpaired: no layer with parameters follows that is not in a pair",
        pairing.reasons().get(2));
  }

  @Test
  void pairing_tanhBetween_isTheReason() {
    Pairing pairing =
        Architecture.of(
                Shape.of(4),
                new Dense(4, 3),
                new Tanh(),
                new Dense(3, 3),
                new Relu(),
                new Dense(3, 2))
            .pairing();

    assertEquals(List.of(new UnitPair(1, 2, 3)), pairing.pairs());
    assertEquals(
        "unpaired: tanh after it is not positively homogeneous in each unit",
        pairing.reasons().get(0));
    assertEquals("pair 1: weights into its 3 units", pairing.reasons().get(1));
    assertEquals("pair 1: weights out of its 3 units", pairing.reasons().get(2));
    assertTrue(pairing.toString().endsWith("layer 2, pair 1: weights out of its 3 units"));
  }
}
