package pathprox.benchmark.frontier;

import java.util.List;
import java.util.stream.Stream;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.penalty.Powers;

/** How the library recommends to keep a share of the units; no other file knows. */
final class RecommendedMethod {
  private RecommendedMethod() {}

  static List<Setting> settings(Problem problem) {
    return Stream.of(0.5, 1.0)
        .flatMap(power -> problem.rates().stream().map(rate -> Setting.penalizing(rate, power)))
        .toList();
  }

  static List<Kept> run(Trial trial, Order order) {
    double power = order.setting().power();
    return Competitor.search(trial, order, lambda -> method(lambda, power));
  }

  private static Method method(double lambda, double power) {
    return PathProx.recommended(lambda).withPenalty(Powers.of(lambda, power));
  }
}
