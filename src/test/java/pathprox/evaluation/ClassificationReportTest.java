package pathprox.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.evaluation.classification.EvaluationCalibration;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.matrix.RandomNumbers;

class ClassificationReportTest {
  private static final int[] TRUTH = {0, 0, 0, 1, 1, 2, 2, 2, 2, 0};
  private static final double[][] PROBABILITIES = {
    {.7, .2, .1}, {.5, .3, .2}, {.2, .5, .3}, {.1, .8, .1}, {.4, .4, .2},
    {.1, .2, .7}, {.3, .3, .4}, {.6, .1, .3}, {.05, .05, .9}, {.45, .1, .45}
  };

  /** Ten samples of three classes. */
  private static final ClassificationReport TEN =
      ClassificationReport.of(List.of("a", "b", "c"), TRUTH, PROBABILITIES);

  /** Six samples of two classes, three of them with the same probability. */
  private static final ClassificationReport SIX =
      binary(new int[] {0, 0, 1, 1, 1, 0}, .1, .4, .35, .8, .4, .4);

  private static ClassificationReport binary(int[] truth, double... ofSecond) {
    double[][] rows =
        Arrays.stream(ofSecond).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new);
    return ClassificationReport.of(List.of("no", "yes"), truth, rows);
  }

  record Measure(
      String name,
      ClassificationReport report,
      ToDoubleFunction<ClassificationReport> value,
      double expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * By scikit-learn 1.9.1 with y = TRUTH, p = PROBABILITIES, q = p.argmax(1): accuracy_score(y, q),
   * balanced_accuracy_score(y, q), f1_score(y, q, average="macro"), log_loss(y, p),
   * brier_score_loss(y, p), roc_auc_score(y, p, multi_class="ovr"), and for two classes with s =
   * p[:, 1] log_loss(y, s), brier_score_loss(y, s), roc_auc_score(y, s). Others by hand.
   */
  static Stream<Measure> measures() {
    double entropy = -(0.8 * Math.log(0.4) + 0.2 * Math.log(0.2));
    return Stream.of(
        new Measure("accuracy", TEN, ClassificationReport::accuracy, 0.7),
        new Measure("baseline", TEN, ClassificationReport::baselineAccuracy, 0.4),
        new Measure("balanced", TEN, ClassificationReport::balancedAccuracy, 2.0 / 3),
        new Measure("macro F1", TEN, ClassificationReport::macroF1, 0.6746031746031745),
        new Measure("log loss", TEN, ClassificationReport::logLoss, 0.7179501012135564),
        new Measure("baseline loss", TEN, ClassificationReport::baselineLogLoss, entropy),
        new Measure("Brier", TEN, ClassificationReport::brierScore, 0.419),
        new Measure("AUC", TEN, ClassificationReport::rocAuc, 0.875),
        new Measure("AUC of b", TEN, report -> report.rocAuc(1), 0.9375),
        new Measure("binary loss", SIX, ClassificationReport::logLoss, 0.5527113618128084),
        new Measure("binary Brier", SIX, ClassificationReport::brierScore, 0.19208333333333336),
        new Measure("binary AUC", SIX, ClassificationReport::rocAuc, 2.0 / 3),
        // Bins of .1, .35, three times .4, and .8, with the shares 0, 1, 1/3 and 1.
        new Measure(
            "binary calibration",
            SIX,
            ClassificationReport::expectedCalibrationError,
            (0.1 + 0.65 + 3 * Math.abs(0.4 - 1.0 / 3) + 0.2) / 6));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void measure_knownSamples_isThatOfScikitLearnOrByHand(Measure measure) {
    assertEquals(measure.expected, measure.value.applyAsDouble(measure.report), 1e-12);
  }

  @Test
  void confusionMatrix_rows_areTrueClasses() {
    int[][] expected = {{3, 1, 0}, {1, 1, 0}, {1, 0, 3}}; // confusion_matrix(y, q), as above

    assertArrayEquals(expected, TEN.confusionMatrix());
    assertEquals(List.of("true class", "a", "b", "c"), TEN.confusionTable().columnNames());
    assertEquals(1, TEN.confusionTable().intColumn("b").get(0));
  }

  /** By precision_recall_fscore_support(y, q) of scikit-learn 1.9.1. */
  @Test
  void classes_knownSamples_areThoseOfScikitLearn() {
    ClassScore last = TEN.classes().get(2);

    assertEquals(new ClassScore("c", 1, 0.75, last.f1(), 4), last);
    assertEquals(0.8571428571428571, last.f1(), Tolerance.ROUNDING);
    assertEquals(0.6, TEN.classes().get(0).precision(), Tolerance.ROUNDING);
  }

  @Test
  void classes_noSamplesNoPredictions_areMissingAndNotZero() {
    ClassificationReport report =
        ClassificationReport.of(
            List.of("a", "b", "never"), new int[] {0, 0}, new double[][] {{1, 0, 0}, {1, 0, 0}});
    ClassScore never = report.classes().get(2);

    assertEquals(new ClassScore("never", Double.NaN, Double.NaN, Double.NaN, 0), never);
    assertEquals(1, report.macroF1());
    assertEquals(1, report.balancedAccuracy());
    assertEquals(Double.NaN, report.rocAuc());
    assertEquals(2, report.classTable().doubleColumn("recall").countMissing());
    assertEquals(0, report.rocTable().rowCount());
    assertTrue(report.confusion().toString().contains("3 × 3 values"));
    assertEquals(1, report.roc().data().size());
  }

  /** ND4J's ROC says 1/3 in this order. */
  @Test
  void predictedClass_equalProbabilities_isTheFirstOfThem() {
    assertEquals(1, ClassificationReport.predictedClass(new double[] {0.2, 0.4, 0.4}));
  }

  @Test
  void rocAuc_equalProbabilities_isThatOfGuessing() {
    assertEquals(0.5, binary(new int[] {0, 0, 1, 1, 1, 0}, .5, .5, .5, .5, .5, .5).rocAuc());
  }

  @Test
  void rocTable_equalProbabilities_areOneStep() {
    assertArrayEquals( // roc_curve(y, s) of scikit-learn 1.9.1
        new double[] {0, 0, 2.0 / 3, 2.0 / 3, 1},
        SIX.rocTable().doubleColumn("false_positive_rate").asDoubleArray(),
        Tolerance.ROUNDING);
    assertEquals("yes, AUC 0.667", SIX.rocTable().stringColumn("run").get(0));
  }

  @Test
  void rocTable_manyCorners_keepsAThousandWithBothEnds() {
    int[] truth = IntStream.range(0, 4000).map(i -> i % 2).toArray();
    double[] scores = IntStream.range(0, 4000).mapToDouble(i -> i / 4000.0).toArray();
    double[] rates =
        binary(truth, scores).rocTable().doubleColumn("true_positive_rate").asDoubleArray();

    assertEquals(1000, rates.length);
    assertEquals(0, rates[0]);
    assertEquals(1, rates[999]);
  }

  @Test
  void calibrationTable_randomProbabilities_isThatOfNd4j() {
    RandomNumbers random = RandomNumbers.of(1, "probabilities", 0);
    double[] said = IntStream.range(0, 500).mapToDouble(i -> random.nextDouble()).toArray();
    int[] truth = Arrays.stream(said).mapToInt(p -> random.nextDouble() < p ? 1 : 0).toArray();
    double[] came = Arrays.stream(truth).asDoubleStream().toArray();
    EvaluationCalibration expected = new EvaluationCalibration(10, 10);
    expected.eval(
        Nd4j.createFromArray(came).reshape(500, 1), Nd4j.createFromArray(said).reshape(500, 1));
    var table = binary(truth, said).calibrationTable();

    for (int i = 0; i < 10; i++) {
      int count = expected.getRDiagBinTotalCount().getInt(i, 0);
      assertEquals(count, table.intColumn("count").get(i));
      double share = expected.getRDiagBinPosCount().getDouble(i, 0) / count;
      assertEquals(share, table.doubleColumn("observed_share").get(i), Tolerance.ROUNDING);
      double mean = expected.getRDiagBinSumPredictions().getDouble(i, 0) / count;
      assertEquals(mean, table.doubleColumn("mean_probability").get(i), Tolerance.ROUNDING);
    }
  }

  @Test
  void logLoss_trueClassWithoutProbability_isInfinite() {
    assertEquals(Double.POSITIVE_INFINITY, binary(new int[] {1, 0}, 0, 0).logLoss());
  }

  @Test
  void of_array_isTheSameAndCopied() {
    double[][] rows = Arrays.stream(PROBABILITIES).map(double[]::clone).toArray(double[][]::new);
    ClassificationReport report = ClassificationReport.of(TEN.classNames(), TRUTH, rows);
    rows[0][0] = 0;
    var array = Nd4j.createFromArray(PROBABILITIES);

    assertEquals(TEN.toString(), report.toString());
    assertEquals(
        TEN.toString(), ClassificationReport.of(TEN.classNames(), TRUTH, array).toString());
  }

  @Test
  void toString_anyReport_saysMeasuresBesideBaselines() {
    assertEquals(
        """
        10 samples of 3 classes
          accuracy 70.00 % (95 % interval 39.7 % to 89.2 %), baseline 40.00 % (always 'a')
          balanced accuracy 66.67 %, macro F1 0.6746
          log loss 0.7180, baseline 1.055 (the shares of the classes)
          ROC AUC 0.8750, Brier score 0.4190, expected calibration error 0.2250
          a: precision 0.600, recall 0.750, F1 0.667, 4 samples
          b: precision 0.500, recall 0.500, F1 0.500, 2 samples
          c: precision 1.000, recall 0.750, F1 0.857, 4 samples""",
        TEN.toString());
  }

  @Test
  void toEvaluation_anyReport_countsTheSame() {
    assertEquals(TEN.accuracy(), TEN.toEvaluation().accuracy());
    assertEquals(1, TEN.toEvaluation().getConfusionMatrix().getCount(2, 0));
  }

  @Test
  void confusionTable_namesThatDifferInCase_haveColumnsOfTheirOwn() {
    ClassificationReport report =
        ClassificationReport.of(
            List.of("A", "a", "True class"), new int[] {1}, new double[][] {{0, 1, 0}});

    assertEquals(
        List.of("true class", "A", "a (class 1)", "True class (class 2)"),
        report.confusionTable().columnNames());
    assertTrue(report.confusion().json().contains("\"ticktext\":[\"A\",\"a\",\"True class\"]"));
  }

  record Refused(List<String> names, int[] truth, double[][] rows, String message) {}

  static Stream<Refused> refused() {
    List<String> names = List.of("a", "b");
    double[][] row = {{0.5, 0.5}};
    int[] zero = {0};
    return Stream.of(
        new Refused(List.of("a"), zero, row, "a report needs 2 or more classes, found [a]"),
        new Refused(List.of("a", "a"), zero, row, "must be different, found [a, a]"),
        new Refused(names, new int[0], new double[0][], "1 or more samples, found none"),
        new Refused(names, new int[] {0, 1}, row, "2 samples need as many probabilities, found 1"),
        new Refused(names, new int[] {2}, row, "must be 0 to 1, found 2 at sample 1"),
        new Refused(names, zero, new double[][] {{1}}, "each of 2 classes, found 1 at sample 1"),
        new Refused(
            names,
            zero,
            new double[][] {{3, -2}},
            "found [3.0, -2.0] at sample 1; outputs of a network become probabilities by Softmax"),
        new Refused(names, zero, new double[][] {{Double.NaN, 1}}, "found [NaN, 1.0] at sample 1"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void of_whatDoesNotFit_isRefusedWithItsPlace(Refused refused) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ClassificationReport.of(refused.names, refused.truth, refused.rows))
            .getMessage();
    assertTrue(message.contains(refused.message), message);
  }
}
