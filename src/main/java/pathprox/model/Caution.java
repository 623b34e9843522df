package pathprox.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.evaluation.ClassScore;
import pathprox.evaluation.ClassificationReport;
import pathprox.loss.Loss;

/** What a reader of a good accuracy would overlook. */
final class Caution {
  private static final int FEW = 5;

  private Caution() {}

  static List<String> of(ClassificationReport report, Loss loss) {
    List<String> notes = new ArrayList<>();
    List<ClassScore> classes = report.classes();
    if (report.accuracyInterval().low() <= report.baselineAccuracy()) {
      notes.add("the accuracy cannot be told from that of always saying the most frequent class");
    }
    List<String> few =
        classes.stream().filter(each -> each.support() < FEW).map(ClassScore::name).toList();
    if (!few.isEmpty()) {
      notes.add("fewer than 5 rows are of " + few + ": nothing is known about these classes");
    }
    List<String> never =
        classes.stream()
            .filter(each -> each.support() >= FEW && each.recall() == 0)
            .map(ClassScore::name)
            .toList();
    if (!never.isEmpty()) {
      notes.add(
          never
              + " was never recognized; Fitting.of(…).withBalancedClasses() counts all classes alike");
    }
    boolean isWeighted =
        IntStream.range(0, classes.size()).anyMatch(k -> loss.weight(k) != loss.weight(0));
    if (isWeighted) {
      notes.add(
          "the loss weighs classes: probabilities are as if classes were as frequent as their weights"
              + " make them");
    }
    return notes;
  }
}
