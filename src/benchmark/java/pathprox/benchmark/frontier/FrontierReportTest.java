package pathprox.benchmark.frontier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.benchmark.ResultFile;

/** {@code ./mvnw test -Pbenchmark -Dtest=FrontierReportTest}. */
class FrontierReportTest {
  @TempDir Path folder;

  private void add(String competitor, double rate, long seed, Integer fold, Double... accuracies)
      throws IOException {
    Order order = new Order(Setting.penalizing(rate), List.of(), null, seed, fold, 100, "a");
    double[] shares = competitor.equals("all-units") ? new double[] {1} : new double[] {0.12, 0.25};
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      int units = (int) Math.round(300 * shares[i]);
      kept.add(new Kept(shares[i], units, accuracies[i], 0.5, null));
    }
    new ResultFile<>(folder.resolve("mnist-" + competitor + ".jsonl"), Result.class)
        .add(new Result("mnist", competitor, order, 300, kept, 1));
  }

  private JsonNode report() throws IOException {
    String json = folder.resolve("out.json").toString();
    FrontierReport.main(new String[] {folder.toString(), json, "false"});
    return new ObjectMapper().readTree(Path.of(json).toFile());
  }

  private static JsonNode few(JsonNode report) {
    return report.get("problems").get(0).get("competitors").get("recommended").get(0);
  }

  @Test
  void rows_compareWithTheBestOtherAndWithAllUnits() throws IOException {
    for (int seed = 1; seed <= 2; seed++) {
      double more = seed / 100.0;
      add("recommended", 0.1, seed, null, 0.86 + more, 0.87 + more);
      add("narrow", 0.1, seed, null, 0.80 + more, 0.88 + more);
      add("published", 0.1, seed, null, 0.85 + more, 0.86 + more);
      add("all-units", 0.1, seed, null, 0.88 + more);
    }
    JsonNode rows = report().get("rows");
    assertEquals(1, rows.get(0).get("measured").asDouble());
    assertTrue(rows.get(0).get("note").asText().endsWith("with 36 units, PathProx as published"));
    assertEquals(-1, rows.get(1).get("measured").asDouble());
    assertEquals(-1, rows.get(2).get("measured").asDouble());
    assertEquals("miss", rows.get(1).get("verdict").asText());
    assertEquals("", rows.get(2).get("verdict").asText());
  }

  /** 87 and 88 %: 87.5 ± √½. */
  @Test
  void point_twoSeeds_hasMeanAndDeviationAndNoFolds() throws IOException {
    add("recommended", 0.1, 1, null, 0.87);
    add("recommended", 0.1, 2, null, 0.88);
    add("recommended", 0.1, 3, 0, 0.1);
    assertEquals(87.5, few(report()).get("accuracy").asDouble());
    assertEquals(Math.sqrt(0.5), few(report()).get("deviation").asDouble(), 1e-9);
  }

  @Test
  void point_diverged_countsAsChance() throws IOException {
    add("recommended", 0.1, 1, null, (Double) null);
    add("recommended", 0.1, 2, null, 0.9);
    assertEquals(50, few(report()).get("accuracy").asDouble());
  }

  @Test
  void point_settingRunInPlaceOfOneThatFailed_counts() throws IOException {
    add("recommended", 0.1, 1, null, 0.9);
    add("recommended", 0.1, 2, null, (Double) null);
    add("recommended", 0.03, 1, null, 0.7);
    add("recommended", 0.03, 2, null, 0.8);
    assertEquals("[0.7,0.8]", few(report()).get("accuracies").toString());
    assertEquals("[\"rate 0.03\"]", few(report()).get("settings").toString());
  }
}
