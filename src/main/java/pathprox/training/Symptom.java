package pathprox.training;

import java.util.Locale;
import java.util.Optional;

/** What is wrong with a training, and the likely cause if nothing else is found. */
record Symptom(String what, String otherwise) {
  private static final String TOO_FAST =
      "the learning rate; lower the learning rate, or the momentum if there is some";
  private static final String TOO_SLOW =
      "a learning rate that is too low for so few iterations, or a start that is at rest already";
  private static final double REST = 1e-6; // less than this share of the objective is no movement

  static Symptom notFinite(String what, double value, String when) {
    return new Symptom("%s is %s %s".formatted(what, value, when), TOO_FAST);
  }

  static Symptom constantOutputs(History history) {
    String what = "the outputs are the same for all training samples";
    String both =
        "the learning rate, or λ = %s, as the weights shrank; lower the learning rate first, and if"
            + " that does not help, choose a smaller λ";
    boolean shrank = history.lambda() > 0 && history.objective(history.last()) < start(history);
    return new Symptom(what, shrank ? both.formatted(history.lambda()) : TOO_FAST);
  }

  /** A loss that constant outputs have as well, up to 0.1 %, or a larger one. */
  static Symptom notBelowConstant(double loss, double constant, History history) {
    String what = "the training loss, %.6g, is no better than that of constant outputs, %.6g";
    String cause = history.best() == history.last() ? TOO_SLOW : TOO_FAST;
    return new Symptom(text(what, loss, constant), cause);
  }

  /** Looks at the way from the first record to the last, at both ends of the training. */
  static Optional<Symptom> of(History history) {
    Measurement first = history.measurements().get(0);
    Measurement last = history.last();
    double before = start(history);
    double after = history.objective(last);
    if (after >= before && !hasLearned(history.lambda(), first, last)) {
      String what = text("the objective ended at %.6g, not below its start, %.6g", after, before);
      String cause = after - before <= REST * before ? TOO_SLOW : TOO_FAST;
      return Optional.of(new Symptom(what + best(history), cause));
    }
    if (2L * last.undoneSteps() <= last.iteration()) {
      return Optional.empty();
    }
    String what = text("%,d of %,d steps were undone", last.undoneSteps(), last.iteration());
    return Optional.of(new Symptom(what, TOO_FAST));
  }

  private static double start(History history) {
    return history.objective(history.measurements().get(0));
  }

  /** Weight decay lowers loss and squares, and may well raise the path norm on the way. */
  private static boolean hasLearned(double lambda, Measurement first, Measurement last) {
    return last.train().loss() < first.train().loss()
        && last.regularity().decayObjective(last.train().loss(), lambda)
            < first.regularity().decayObjective(first.train().loss(), lambda);
  }

  private static String best(History history) {
    Measurement best = history.best();
    return best == history.measurements().get(0)
        ? ""
        : text(", with %.6g at iteration %,d", history.objective(best), best.iteration());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
