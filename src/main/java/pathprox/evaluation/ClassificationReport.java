package pathprox.evaluation;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.plot.Chart;
import pathprox.plot.Predictions;
import tech.tablesaw.api.Table;

/**
 * Probabilities of classes beside the true classes, as an immutable value: how good they are, and
 * beside it what is reached without looking at the inputs. The predicted class is that of the
 * largest probability, the first of equal ones. A measure that is not defined is NaN, such as the
 * recall of a class without samples; means over classes leave those out.
 */
public final class ClassificationReport {
  private static final int MOST_LISTED = 20;

  private final List<String> classNames;
  private final int[] truth;
  private final double[][] probabilities;
  private final Evaluation counts;

  private ClassificationReport(List<String> classNames, int[] truth, double[][] probabilities) {
    this.classNames = List.copyOf(classNames);
    this.truth = truth.clone();
    this.probabilities = Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new);
    PredictionChecks.classes(this.classNames, truth, probabilities);
    counts = toEvaluation();
  }

  /**
   * {@return the report on n samples of classes called {@code classNames}, two or more and all
   * different, whose true ones are {@code truth}, n numbers from 0, by their {@code probabilities},
   * [n, classes], 0 to 1 each and 1 together, as {@code Softmax.of} makes them; both are copied,
   * and what does not fit is an IllegalArgumentException}
   */
  public static ClassificationReport of(
      List<String> classNames, int[] truth, double[][] probabilities) {
    return new ClassificationReport(classNames, truth, probabilities);
  }

  /**
   * {@return the same of {@code classNames}, {@code truth} and an array of {@code probabilities}}
   */
  public static ClassificationReport of(
      List<String> classNames, int[] truth, INDArray probabilities) {
    String message = "probabilities must be [samples, classes], found %s";
    boolean fits = probabilities.rank() == 2 && !probabilities.isEmpty();
    require(fits, message, Arrays.toString(probabilities.shape()));
    return of(classNames, truth, probabilities.toDoubleMatrix());
  }

  /** {@return ND4J's own counts of the classes, a new object, for what else it can tell} */
  public Evaluation toEvaluation() {
    Evaluation evaluation = new Evaluation(classNames);
    for (int i = 0; i < truth.length; i++) {
      evaluation.eval(predictedClass(probabilities[i]), truth[i]);
    }
    return evaluation;
  }

  /** {@return the number of the largest of {@code probabilities}, the first of equal ones} */
  public static int predictedClass(double[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }

  /** {@return the number of samples n} */
  public int size() {
    return truth.length;
  }

  /** {@return the names of the classes, in the order of their numbers} */
  public List<String> classNames() {
    return classNames;
  }

  /** {@return the share of samples whose predicted class is right, 0 to 1} */
  public double accuracy() {
    return counts.accuracy();
  }

  /** {@return the 95 % interval of Wilson of the accuracy, if the samples are independent} */
  public Interval accuracyInterval() {
    long right = IntStream.range(0, classNames.size()).map(k -> count(k, k)).asLongStream().sum();
    return Interval.wilson(right, size());
  }

  /** {@return the accuracy of always saying the most frequent class of these samples} */
  public double baselineAccuracy() {
    return Arrays.stream(shares()).max().orElseThrow();
  }

  private double[] shares() {
    double[] shares = new double[classNames.size()];
    Arrays.stream(truth).forEach(k -> shares[k] += 1);
    Arrays.setAll(shares, k -> shares[k] / size());
    return shares;
  }

  private int count(int trueClass, int predicted) {
    return counts.getConfusionMatrix().getCount(trueClass, predicted);
  }

  /** {@return how many samples of each true class, the rows, are said to be of each class} */
  public int[][] confusionMatrix() {
    int[][] matrix = new int[classNames.size()][classNames.size()];
    Arrays.setAll(matrix, k -> IntStream.range(0, matrix.length).map(j -> count(k, j)).toArray());
    return matrix;
  }

  /** {@return precision, recall and F1 of each class} */
  public List<ClassScore> classes() {
    return IntStream.range(0, classNames.size()).mapToObj(this::score).toList();
  }

  private ClassScore score(int k) {
    // ND4J's F1 is 0 where it is 0/0, and its mean leaves out what it calls 0.
    double right = 2.0 * count(k, k);
    int support = (int) Arrays.stream(truth).filter(each -> each == k).count();
    int predicted = IntStream.range(0, classNames.size()).map(i -> count(i, k)).sum();
    double precision = counts.precision(k, Double.NaN);
    double recall = counts.recall(k, Double.NaN);
    return new ClassScore(
        classNames.get(k), precision, recall, right / (support + predicted), support);
  }

  /** {@return the mean of the F1 of the classes, 0 to 1} */
  public double macroF1() {
    return meanOverClasses(ClassScore::f1);
  }

  /** {@return the mean of the recall of the classes, 0 to 1} */
  public double balancedAccuracy() {
    return meanOverClasses(ClassScore::recall);
  }

  private double meanOverClasses(ToDoubleFunction<ClassScore> measure) {
    return mean(classes().stream().mapToDouble(measure).toArray());
  }

  private static double mean(double[] values) {
    OptionalDouble mean = Arrays.stream(values).filter(each -> !Double.isNaN(each)).average();
    return mean.orElse(Double.NaN);
  }

  /** {@return the mean of −log p of the true class; infinite if one such p is 0} */
  public double logLoss() {
    return IntStream.range(0, size())
        .mapToDouble(i -> -Math.log(probabilities[i][truth[i]]))
        .average()
        .orElseThrow();
  }

  /** {@return the log loss of always saying the shares of the classes in these samples} */
  public double baselineLogLoss() {
    return Arrays.stream(shares()).map(share -> share == 0 ? 0 : -share * Math.log(share)).sum();
  }

  /**
   * {@return the mean of Σ_k (p_k − 1[k is the true class])², 0 to 2; of two classes half of that,
   * the square for one of them, 0 to 1, as scikit-learn has it}
   */
  public double brierScore() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < classNames.size(); k++) {
        double difference = probabilities[i][k] - (truth[i] == k ? 1 : 0);
        sum += difference * difference;
      }
    }
    return sum / size() / (isBinary() ? 2 : 1);
  }

  private boolean isBinary() {
    return classNames.size() == 2;
  }

  /**
   * {@return the area under the ROC curve, 0 to 1, 0.5 for guessing, for one class against the
   * rest, the mean over the classes; two classes have the same one}
   */
  public double rocAuc() {
    return isBinary()
        ? rocAuc(1)
        : mean(IntStream.range(0, classNames.size()).mapToDouble(this::rocAuc).toArray());
  }

  /** {@return the area for {@code classNumber}, from 0, against the rest; NaN without either} */
  public double rocAuc(int classNumber) {
    return curve(classNumber).area();
  }

  RankingCurve curve(int classNumber) {
    return RankingCurve.of(
        scores(classNumber, k -> k == classNumber), scores(classNumber, k -> k != classNumber));
  }

  private double[] scores(int classNumber, IntPredicate isOfTrueClass) {
    return IntStream.range(0, size())
        .filter(i -> isOfTrueClass.test(truth[i]))
        .mapToDouble(i -> probabilities[i][classNumber])
        .toArray();
  }

  /**
   * {@return Σ (count/n)·|observed share − mean probability| over the bins of {@link
   * #calibrationTable}, 0 to 1} Source: Guo et al., "On calibration of modern neural networks",
   * 2017, arXiv:1706.04599, equation 5.
   */
  public double expectedCalibrationError() {
    return bins().expectedError();
  }

  /** Of two classes the probability of the second one, of several that of the predicted one. */
  private Calibration bins() {
    double[] said = new double[size()];
    boolean[] came = new boolean[size()];
    for (int i = 0; i < size(); i++) {
      int event = isBinary() ? 1 : predictedClass(probabilities[i]);
      said[i] = probabilities[i][event];
      came[i] = truth[i] == event;
    }
    return Calibration.of(said, came);
  }

  /**
   * {@return a row for each true class: its name, and a column of counts for each predicted one}
   */
  public Table confusionTable() {
    return ClassificationTables.confusion(this);
  }

  /** {@return {@link #classes} as a table; what is not defined is missing} */
  public Table classTable() {
    return ClassificationTables.classes(this);
  }

  /**
   * {@return the points of the ROC curves: {@code run}, the class with its area, {@code
   * false_positive_rate} and {@code true_positive_rate}} Of a curve with more than 1,000 corners,
   * 1,000 are kept, evenly spaced; the area is that of all.
   */
  public Table rocTable() {
    return ClassificationTables.roc(this);
  }

  /**
   * {@return ten bins of probabilities {@code from} … {@code to}: their {@code count}, {@code
   * mean_probability}, and {@code observed_share}, how often it was right} Of two classes the
   * probability of the second one, of several that of the predicted class. Empty bins have no
   * means.
   */
  public Table calibrationTable() {
    String what = isBinary() ? "probability of '" + classNames.get(1) + "'" : "largest probability";
    return bins().table(what);
  }

  /** {@return the confusion matrix as a figure: true classes down, predicted ones across} */
  public Chart confusion() {
    return Predictions.confusion(confusionTable());
  }

  /** {@return the ROC curves, one for two classes, else one class against the rest each} */
  public Chart roc() {
    return Predictions.roc(rocTable());
  }

  /** {@return the observed share over the mean probability of each bin} */
  public Chart calibration() {
    return Predictions.calibration(calibrationTable());
  }

  /** {@return the measures with their baselines, a line each} */
  public List<String> lines() {
    String most = classNames.get(predictedClass(shares()));
    return List.of(
        text("%,d samples of %d classes", size(), classNames.size()),
        text("accuracy %.2f %% (95 %% interval ", 100 * accuracy())
            + accuracyInterval().percent()
            + text("), baseline %.2f %% (always '%s')", 100 * baselineAccuracy(), most),
        text("balanced accuracy %.2f %%, macro F1 %.4f", 100 * balancedAccuracy(), macroF1()),
        text(
            "log loss %.4g, baseline %.4g (the shares of the classes)",
            logLoss(), baselineLogLoss()),
        text("ROC AUC %.4f, Brier score %.4g", rocAuc(), brierScore())
            + text(", expected calibration error %.4f", expectedCalibrationError()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public String toString() {
    String more = classNames.size() > MOST_LISTED ? "\n  …" : "";
    return String.join("\n  ", lines())
        + classes().stream()
            .limit(MOST_LISTED)
            .map(ClassScore::toString)
            .collect(Collectors.joining("\n  ", "\n  ", more));
  }
}
