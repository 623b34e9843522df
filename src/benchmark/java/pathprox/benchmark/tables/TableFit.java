package pathprox.benchmark.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pathprox.benchmark.report.Figures;
import pathprox.benchmark.report.Report;
import pathprox.benchmark.report.Row;

/**
 * What all sides came to on a table.
 *
 * @param name of the table
 * @param isClasses whether accuracy counts, or R²
 * @param fits by side and then by split
 */
record TableFit(String name, boolean isClasses, Map<String, TreeMap<Integer, JsonNode>> fits) {
  private static final String OURS = "ours";
  private static final int SPLITS = 5;

  void addIfOwn(JsonNode result) {
    if (result.get("table").asText().equals(name)) {
      add(OURS, result);
    }
  }

  void addRival(JsonNode result) {
    add(result.get("rival").asText(), result);
  }

  private void add(String side, JsonNode result) {
    fits.computeIfAbsent(side, each -> new TreeMap<>()).put(result.get("split").asInt(), result);
  }

  /** Ours minus the better of the two rivals that a person gets without a search. */
  Row row() {
    String work =
        "%s: PathProx minus the better of scikit-learn's two, %s"
            .formatted(title(), isClasses ? "points of accuracy" : "R²");
    Double must = isClasses ? -1.5 : -0.03;
    if (!isComplete(OURS) || !isComplete("linear") || !isComplete("network")) {
      return Row.higher(work, null, must, 0.0, "not run");
    }
    boolean isLinear = mean("linear", "measure") >= mean("network", "measure");
    String best = isLinear ? "linear" : "network";
    String model =
        isClasses
            ? isLinear ? "LogisticRegression" : "MLPClassifier"
            : isLinear ? "RidgeCV" : "MLPRegressor";
    List<Double> ours = figures(OURS, "measure");
    List<Double> theirs = figures(best, "measure");
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < SPLITS; i++) {
      differences.add(Figures.general(difference(ours.get(i), theirs.get(i)), 3));
    }
    return Row.higher(
        work,
        difference(mean(OURS, "measure"), mean(best, "measure")),
        must,
        0.0,
        "%s against %s, %s; split by split %s"
            .formatted(said(OURS), said(best), model, String.join(", ", differences)));
  }

  private double difference(double ours, double theirs) {
    return Figures.level((ours - theirs) * (isClasses ? 100 : 1));
  }

  private boolean isComplete(String side) {
    return fits.containsKey(side) && fits.get(side).size() == SPLITS;
  }

  private double mean(String side, String figure) {
    return Figures.mean(figures(side, figure));
  }

  private List<Double> figures(String side, String figure) {
    return fits.get(side).values().stream().map(fit -> Report.number(fit.get(figure))).toList();
  }

  private String title() {
    return name.replace('-', ' ');
  }

  /** Mean and deviation over the splits: in percent, or of R². */
  private String said(String side) {
    int factor = isClasses ? 100 : 1;
    int decimals = isClasses ? 1 : 3;
    return "%s ± %s%s"
        .formatted(
            Figures.fixed(factor * mean(side, "measure"), decimals),
            Figures.fixed(factor * Figures.deviation(figures(side, "measure")), decimals),
            isClasses ? " %" : "");
  }

  List<String> cells() {
    String units = fits.containsKey(OURS) ? Figures.fixed(mean(OURS, "units"), 0) : "";
    return List.of(
        title(),
        cell(OURS),
        units,
        cell("linear"),
        cell("network"),
        cell("linear-tuned"),
        cell("network-tuned"));
  }

  private String cell(String side) {
    if (!fits.containsKey(side)) {
      return "";
    }
    Collection<JsonNode> all = fits.get(side).values();
    long failed = all.stream().filter(fit -> !fit.path("converged").asBoolean(true)).count();
    return "%s (%s s%s)"
        .formatted(
            said(side),
            Figures.fixed(mean(side, "seconds"), 2),
            failed == 0 ? "" : ", " + failed + " not converged");
  }

  /** The fits for JSON. */
  Map<String, ?> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("table", name);
    content.put("measure", isClasses ? "accuracy" : "R²");
    content.put(
        "fits",
        fits.keySet().stream()
            .collect(
                Collectors.toMap(
                    side -> side,
                    side ->
                        Map.of(
                            "mean",
                            mean(side, "measure"),
                            "deviation",
                            Figures.deviation(figures(side, "measure")),
                            "splits",
                            fits.get(side).values()))));
    return content;
  }
}
