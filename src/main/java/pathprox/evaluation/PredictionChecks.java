package pathprox.evaluation;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Refuses predictions that do not fit the truth, with their row, from 1. */
final class PredictionChecks {
  /** Probabilities in float32 sum to 1 up to some 1e-7 a class. */
  private static final double SUM_TOLERANCE = 1e-3;

  private PredictionChecks() {}

  static void classes(List<String> names, int[] truth, double[][] probabilities) {
    require(names.size() >= 2, "a report needs 2 or more classes, found %s", names);
    boolean different = new HashSet<>(names).size() == names.size();
    require(different, "the names of the classes must be different, found %s", names);
    rows("probabilities", probabilities.length, truth.length);
    for (int i = 0; i < truth.length; i++) {
      String message = "class numbers must be 0 to %s, found %s at sample %s";
      boolean known = 0 <= truth[i] && truth[i] < names.size();
      require(known, message, names.size() - 1, truth[i], i + 1);
      probabilities(i + 1, probabilities[i], names.size());
    }
  }

  private static void probabilities(int sample, double[] row, int classes) {
    String number = "each sample needs a probability for each of %s classes, found %s at sample %s";
    require(row.length == classes, number, classes, row.length, sample);
    boolean inRange = Arrays.stream(row).allMatch(p -> 0 <= p && p <= 1 + SUM_TOLERANCE);
    boolean sumIsOne = Math.abs(Arrays.stream(row).sum() - 1) <= SUM_TOLERANCE;
    String message =
        "probabilities must be 0 to 1, and 1 together, found %s at sample %s; outputs of a network"
            + " become probabilities by Softmax.of(outputs)";
    require(inRange && sumIsOne, message, Arrays.toString(row), sample);
  }

  static void values(double[] truth, double[] predicted) {
    rows("predictions", predicted.length, truth.length);
    for (int i = 0; i < truth.length; i++) {
      boolean finite = Double.isFinite(truth[i]) && Double.isFinite(predicted[i]);
      String message = "values must be finite, found %s predicted as %s at sample %s";
      require(finite, message, truth[i], predicted[i], i + 1);
    }
  }

  private static void rows(String what, int found, int samples) {
    require(samples >= 1, "a report needs 1 or more samples, found none");
    require(found == samples, "%s samples need as many %s, found %s", samples, what, found);
  }
}
