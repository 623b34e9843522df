package pathprox.benchmark.methods;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pathprox.benchmark.methods.Compared.Pair;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Row;

/**
 * The rows that are judged, with must and aim of each.
 *
 * @param problems with their runs
 */
record Judgement(List<Compared> problems) {
  private static final double WITHIN = 1.05;
  private static final double ABOVE_PUBLISHED = 1.03;
  private static final double RATE_MARGIN = 1.25;
  private static final double RISE = 1.05;
  private static final double NEAR_CHANCE = 0.05;
  private static final double LEARNED = 0.2;

  /** A figure of one run. */
  private record Figure(Result run, double value) {
    String place() {
      return run.problem() + " seed " + run.seed();
    }
  }

  List<Row> rows() {
    List<Figure> points = points();
    return List.of(
        failures(),
        level(),
        worst("worst ratio to the best rival", ratios(), 1.5, 1.15, run -> ""),
        abovePublished(),
        otherRates(),
        Row.lower(
            "strong units against published PathProx's, median ratio",
            Figures.median(
                pairs(Contender.PUBLISHED)
                    .filter(pair -> Double.isFinite(pair.theirs().judged()))
                    .map(
                        pair -> (double) pair.ours().strong() / Math.max(1, pair.theirs().strong()))
                    .toList()),
            0.9,
            0.5,
            "where it did not diverge"),
        worst(
            "active units against strong ones, worst",
            ours()
                .map(run -> new Figure(run, (double) run.active() / Math.max(1, run.strong())))
                .toList(),
            1.1,
            1.0,
            run -> ": %s and %s".formatted(run.active(), run.strong())),
        Row.higher(
            "test accuracy minus weight decay's at its best, points, median",
            Figures.median(points.stream().map(Figure::value).toList()),
            -0.5,
            0.0,
            points.size() + " runs"),
        lowest("the same, worst", points, -2.5, -1.0),
        worst(
            "units that die or return per step of the last quarter, worst",
            ours()
                .filter(run -> run.changes() != null)
                .map(run -> new Figure(run, run.changes()))
                .toList(),
            0.2,
            0.05,
            run -> ""));
  }

  private Row failures() {
    List<Result> runs = ours().toList();
    List<String> bad =
        runs.stream()
            .filter(run -> !why(run).isEmpty())
            .map(run -> "%s seed %s: %s".formatted(run.problem(), run.seed(), why(run)))
            .toList();
    long others = rates().filter(run -> !why(run).isEmpty()).count();
    return Row.lower(
        "runs that end at or above their start, 5 % above their own best record, or at chance after"
            + " having learned",
        runs.isEmpty() ? null : Double.valueOf(bad.size()),
        0.0,
        0.0,
        listed(bad) + "; with other rates " + others);
  }

  /** What is wrong with how a run ended; empty if nothing is. */
  static String why(Result run) {
    if (run.objective() == null) {
      return "diverged";
    }
    if (run.objective() >= run.start()) {
      return "not below its start";
    }
    if (run.objective() > RISE * run.best()) {
      return "above its best record";
    }
    boolean lost =
        run.chance() != null
            && run.trainAccuracy() <= run.chance() + NEAR_CHANCE
            && run.bestTrainAccuracy() >= run.chance() + LEARNED;
    return lost ? "at chance after having learned" : "";
  }

  private Row level() {
    List<Figure> ratios = ratios();
    List<String> misses =
        ratios.stream()
            .filter(each -> each.value() > WITHIN)
            .map(each -> each.place() + ": " + Figures.fixed(each.value(), 2))
            .toList();
    return Row.higher(
        "objective at most 1.05 × the best rival's, share of problem × seed",
        share(ratios, each -> each.value() <= WITHIN),
        0.85,
        0.95,
        "%s runs on %s problems; above: %s"
            .formatted(ratios.size(), problems.size(), listed(misses)));
  }

  private Row abovePublished() {
    List<Pair> pairs = pairs(Contender.PUBLISHED).toList();
    Predicate<Pair> above = pair -> pair.ours().judged() > ABOVE_PUBLISHED * pair.theirs().judged();
    List<String> bad =
        pairs.stream()
            .filter(above)
            .map(pair -> "%s seed %s".formatted(pair.ours().problem(), pair.ours().seed()))
            .toList();
    return Row.lower(
        "more than 3 % above published PathProx at its best, share of runs",
        share(pairs, above), 0.05, 0.0, listed(bad));
  }

  private Row otherRates() {
    List<Pair> pairs = new ArrayList<>();
    for (Compared problem : problems) {
      problem.otherRates().stream()
          .filter(run -> problem.ours().containsKey(run.seed()))
          .forEach(run -> pairs.add(new Pair(run, problem.ours().get(run.seed()))));
    }
    Predicate<Pair> kept = pair -> pair.ours().judged() <= RATE_MARGIN * pair.theirs().judged();
    List<String> bad =
        pairs.stream().filter(kept.negate()).map(Pair::ours).map(Judgement::rate).toList();
    return Row.higher(
        "a third and three times the default rate: objective within 1.25 × of the default's, share",
        share(pairs, kept),
        0.8,
        0.95,
        "not: " + listed(bad));
  }

  private static String rate(Result run) {
    String end = run.objective() == null ? "diverged" : Figures.general(run.objective(), 4);
    return "%s × %s: %s".formatted(run.problem(), Figures.general(run.rate(), 6), end);
  }

  /** Ours minus weight decay's, in points of test accuracy. */
  private List<Figure> points() {
    return pairs(Contender.WEIGHT_DECAY)
        .filter(pair -> pair.ours().testAccuracy() != null)
        .filter(pair -> Double.isFinite(pair.theirs().judged()))
        .map(
            pair ->
                new Figure(
                    pair.ours(), 100 * (pair.ours().testAccuracy() - pair.theirs().testAccuracy())))
        .toList();
  }

  private List<Figure> ratios() {
    return problems.stream()
        .flatMap(
            problem ->
                problem.ours().values().stream()
                    .filter(run -> problem.ratio(run) != null)
                    .map(run -> new Figure(run, problem.ratio(run))))
        .toList();
  }

  private static Row worst(
      String work, List<Figure> figures, Double must, Double aim, Function<Result, String> more) {
    Figure worst = first(figures, Comparator.comparingDouble(Figure::value).reversed());
    return worst == null
        ? Row.lower(work, null, must, aim, "")
        : Row.lower(work, worst.value(), must, aim, seed(worst) + more.apply(worst.run()));
  }

  private static Row lowest(String work, List<Figure> figures, Double must, Double aim) {
    Figure worst = first(figures, Comparator.comparingDouble(Figure::value));
    return worst == null
        ? Row.higher(work, null, must, aim, "")
        : Row.higher(work, worst.value(), must, aim, seed(worst));
  }

  private static Figure first(List<Figure> figures, Comparator<Figure> order) {
    return figures.stream().min(order).orElse(null);
  }

  private static String seed(Figure figure) {
    return figure.run().problem() + ", seed " + figure.run().seed();
  }

  private Stream<Result> ours() {
    return problems.stream().flatMap(problem -> problem.ours().values().stream());
  }

  private Stream<Result> rates() {
    return problems.stream().flatMap(problem -> problem.otherRates().stream());
  }

  private Stream<Pair> pairs(Contender contender) {
    return problems.stream().flatMap(problem -> problem.pairs(contender).stream());
  }

  private static <T> Double share(List<T> all, Predicate<T> counted) {
    return all.isEmpty() ? null : (double) all.stream().filter(counted).count() / all.size();
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "none" : String.join("; ", words);
  }
}
