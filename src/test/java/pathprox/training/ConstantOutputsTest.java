package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.loss.WeightedCrossEntropy;
import pathprox.matrix.Arena;

class ConstantOutputsTest {
  private static final Examples THREE_AND_ONE =
      Examples.of(
          Dataset.classification(
              "four", Nd4j.zeros(DataType.DOUBLE, 4, 1), new int[] {0, 0, 0, 1}, List.of("a", "b")),
          DataType.DOUBLE,
          new Arena());

  /** Entropy of the shares 3/4 and 1/4. */
  @Test
  void bestLoss_crossEntropy_isTheEntropyOfTheClasses() {
    double expected = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    double found = ConstantOutputs.bestLoss(THREE_AND_ONE, 2, new CrossEntropy());

    assertEquals(expected, found, Tolerance.ROUNDING);
  }

  /** Balanced, both classes count the same: equal outputs are best, and their loss is ln 2. */
  @Test
  void bestLoss_balancedClasses_isThatOfEqualOutputs() {
    double found = ConstantOutputs.bestLoss(THREE_AND_ONE, 2, WeightedCrossEntropy.balanced(3, 1));

    assertEquals(Math.log(2), found, Tolerance.ROUNDING);
  }
}
