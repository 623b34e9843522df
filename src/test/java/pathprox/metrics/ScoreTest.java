package pathprox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Problem;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Network;
import pathprox.network.Shape;

class ScoreTest {
  /** Its outputs are (x, 0): it says class 0 where x is positive. */
  private static final Network SIGN =
      new Network(
          Architecture.of(Shape.of(1), new Dense(1, 2)),
          List.of(Nd4j.createFromArray(new double[][] {{1}, {0}})),
          List.of(Nd4j.zeros(DataType.DOUBLE, 2)));

  @Test
  void of_moreSamplesThanAChunk_countsAll() {
    int samples = 2501;
    int[] classes = new int[samples];
    INDArray features = Nd4j.ones(DataType.DOUBLE, samples, 1);
    for (int i = 0; i < samples; i++) {
      classes[i] = i < 2001 ? 0 : 1;
    }
    Dataset data = Dataset.classification("ones", features, classes, List.of("+", "-"));

    Score score = Score.of(SIGN, data, new CrossEntropy());

    assertEquals(2001.0 / 2501, score.accuracy(), Tolerance.ROUNDING);
    double right = Math.log(1 + Math.exp(-1));
    assertEquals((2001 * right + 500 * (right + 1)) / 2501, score.loss(), 1e-10);
  }

  @Test
  void of_regression_hasNoAccuracy() {
    Dataset data =
        Dataset.regression(
            "two", Nd4j.ones(DataType.DOUBLE, 3, 1), Nd4j.ones(DataType.DOUBLE, 3, 2));

    Score score = Score.of(SIGN, data, new MeanSquaredError());

    assertEquals(0.5, score.loss(), Tolerance.ROUNDING);
    assertEquals(Double.NaN, score.accuracy());
    assertEquals("loss 0.500000", score.toString());
    assertEquals("loss 0.500000, accuracy 25.00 %", new Score(0.5, 0.25).toString());
  }

  @Test
  void of_lossThatDoesNotFit_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Score.of(SIGN, Problem.data(), new MeanSquaredError()));
  }

  /** One output could be compared with class numbers, and five outputs with three classes. */
  @Test
  void of_anotherNumberOfOutputsThanClasses_isRefused() {
    Dataset data =
        Dataset.classification(
            "three", Nd4j.ones(DataType.DOUBLE, 3, 1), new int[] {0, 1, 2}, List.of("a", "b", "c"));
    Network one = Architecture.of(Shape.of(1), new Dense(1, 1)).initialize(1);
    Network five = Architecture.of(Shape.of(1), new Dense(1, 5)).initialize(1);

    assertEquals(
        "three has 3 classes and needs as many outputs, the network has 1;"
            + " class numbers to predict as numbers make a Dataset.regression",
        assertThrows(
                IllegalArgumentException.class, () -> Score.of(one, data, new MeanSquaredError()))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Score.of(five, data, new CrossEntropy()));
  }

  @Test
  void of_null_saysWhatIsMissing() {
    assertMissing("the network", () -> Score.of(null, Problem.data(), new CrossEntropy()));
    assertMissing("the dataset", () -> Score.of(SIGN, null, new CrossEntropy()));
    assertMissing("the loss", () -> Score.of(SIGN, Problem.data(), null));
  }

  private static void assertMissing(String what, Executable call) {
    assertEquals(
        what + " must not be null", assertThrows(NullPointerException.class, call).getMessage());
  }
}
