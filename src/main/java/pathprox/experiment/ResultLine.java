package pathprox.experiment;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pathprox.training.Measurement;
import pathprox.training.TrainingResult;

/** One training in one line of text. */
final class ResultLine {
  private ResultLine() {}

  /** A title, and a line for each training below it. */
  static String list(String title, List<TrainingResult> results) {
    return title + results.stream().map(each -> "\n  " + of(each)).collect(Collectors.joining());
  }

  private static String of(TrainingResult result) {
    String diagnosis = result.diagnosis().map("; "::concat).orElse("");
    if (result.history().measurements().isEmpty()) {
      return result.title() + diagnosis;
    }
    Measurement last = result.history().last();
    return result.title()
        + String.format(
            Locale.ROOT,
            ", objective %.4g, active units %s (strong %s)",
            result.objective(),
            last.regularity().activeUnits(),
            last.regularity().strongUnits())
        + percent("training", last.train().accuracy())
        + percent("test", last.test().accuracy())
        + diagnosis;
  }

  private static String percent(String set, double share) {
    return Double.isNaN(share)
        ? ""
        : String.format(Locale.ROOT, ", %s accuracy %.2f %%", set, 100 * share);
  }
}
