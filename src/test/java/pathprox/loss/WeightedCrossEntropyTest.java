package pathprox.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

class WeightedCrossEntropyTest extends ClassLossContract {
  @Override
  Loss loss() {
    return new WeightedCrossEntropy(List.of(0.5, 2.0, 1.0, 3.0));
  }

  /**
   * By scikit-learn 1.9.1: log_loss([0, 0, 0, 1], softmax([[1, 0], [0, 0], [-1, 2], [0, 1]],
   * axis=1), sample_weight=compute_sample_weight("balanced", [0, 0, 0, 1])).
   */
  @Test
  void value_balanced_isThatOfScikitLearn() {
    Matrix outputs =
        new Arena()
            .copyOf(
                Nd4j.createFromArray(new double[][] {{1, 0}, {0, 0}, {-1, 2}, {0, 1}}),
                DataType.DOUBLE);

    double value = WeightedCrossEntropy.balanced(3, 1).value(outputs, classes(0, 0, 0, 1));

    assertEquals(0.8324635470344297, value, Tolerance.ROUNDING);
  }

  @Test
  void value_allWeightsOne_isCrossEntropy() {
    Loss alike = new WeightedCrossEntropy(List.of(1.0, 1.0, 1.0, 1.0));

    assertEquals(new CrossEntropy().value(outputs(), targets()), alike.value(outputs(), targets()));
  }

  /** 12 samples of 3 classes: 12/(3·8), 12/(3·1) and 12/(3·3). */
  @Test
  void balanced_anyCounts_hasMeanOneOverTheSamples() {
    WeightedCrossEntropy loss = WeightedCrossEntropy.balanced(8, 1, 3);

    assertEquals(List.of(0.5, 4.0, 4.0 / 3), loss.weights());
    assertEquals("cross-entropy with class weights 0.5000, 4.000, 1.333", loss.toString());
  }

  @Test
  void balanced_classWithoutSamples_isNamed() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> WeightedCrossEntropy.balanced(8, 0, 3));
    assertEquals(
        "class 1 has 0 samples and cannot be balanced; leave it out, or get some", e.getMessage());
    List<Double> negative = List.of(1.0, -1.0);
    assertThrows(IllegalArgumentException.class, () -> new WeightedCrossEntropy(negative));
  }

  @Test
  void check_anotherNumberOfOutputs_saysBothNumbersAndTheCure() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> loss().check(3, classes(0, 1)));
    String start = "cross-entropy with the weights of 4 classes needs as many outputs, found 3;";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }
}
