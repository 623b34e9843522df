package pathprox.benchmark.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import pathprox.benchmark.report.Figures;

/**
 * One of the settings that a competitor has its best chosen among; null is what it does not have.
 *
 * @param rate the learning rate it starts with; null for the method's own
 * @param decay λ of weight decay
 * @param lambda λ of a penalty on path norms, where it is not searched for
 * @param depth D of D-Gating
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Setting(Double rate, Double decay, Double lambda, Integer depth) {
  static Setting decaying(double rate, double decay) {
    return new Setting(rate, decay, null, null);
  }

  static Setting penalizing(double rate) {
    return new Setting(rate, null, null, null);
  }

  /** At the method's own rate. */
  static Setting penalizingBy(double lambda) {
    return new Setting(null, null, lambda, null);
  }

  static Setting gated(double rate, int depth) {
    return new Setting(rate, null, null, depth);
  }

  /** Such as rate 0.1, decay 0.001. */
  String inWords() {
    Map<String, Number> all = new LinkedHashMap<>();
    all.put("rate", rate);
    all.put("decay", decay);
    all.put("lambda", lambda);
    all.put("depth", depth);
    return all.entrySet().stream()
        .filter(each -> each.getValue() != null)
        .map(each -> each.getKey() + " " + Figures.general(each.getValue().doubleValue(), 6))
        .collect(Collectors.joining(", "));
  }
}
