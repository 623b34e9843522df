package pathprox.benchmark.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.benchmark.ResultFile;

/** {@code ./mvnw test -Pbenchmark -Dtest=MethodsReportTest}. */
class MethodsReportTest {
  private static final Result OURS =
      new Result(
          "digits",
          "a",
          "recommended",
          "own",
          1,
          1,
          100,
          "COMPLETED",
          2.3,
          0.3,
          0.3,
          0.1,
          0.9,
          0.9,
          0.88,
          0.2,
          0.1,
          30,
          20,
          100,
          null,
          Map.of(),
          1);

  @TempDir Path folder;
  private ResultFile<Result> file;

  @BeforeEach
  void startFile() throws IOException {
    file = new ResultFile<>(folder.resolve("digits.jsonl"), Result.class);
  }

  private void add(String method, double rate, long seed, Double objective) {
    String schedule = method.equals("recommended") ? "own" : "constant";
    add(method, schedule, rate, seed, objective, "a", objective, 0.9, 40);
  }

  private void add(
      String method,
      String schedule,
      double rate,
      long seed,
      Double objective,
      String fingerprint,
      Double best,
      double accuracy,
      int strong) {
    file.add(
        new Result(
            OURS.problem(),
            fingerprint,
            method,
            schedule,
            rate,
            seed,
            100,
            "COMPLETED",
            2.3,
            objective,
            best,
            0.1,
            0.9,
            0.9,
            accuracy,
            0.2,
            0.1,
            OURS.active(),
            strong,
            100,
            null,
            Map.of(),
            1));
  }

  private JsonNode report() throws IOException {
    String json = folder.resolve("out.json").toString();
    MethodsReport.main(new String[] {folder.toString(), json, "false", "wine", "digits"});
    return new ObjectMapper().readTree(Path.of(json).toFile());
  }

  private static double measured(JsonNode report, int row) {
    return report.get("rows").get(row).get("measured").asDouble();
  }

  @Test
  void ratio_settingBestOnTheFirstSeed_isThatOfTheSameSeed() throws IOException {
    add("recommended", 1, 1, 0.3);
    add("recommended", 1, 2, 0.6);
    add("weight-decay", 0.1, 1, 0.5);
    add("weight-decay", 0.3, 1, 0.4);
    add("weight-decay", 1, 1, null);
    add("weight-decay", 0.3, 2, 0.5);
    add("weight-decay", 0.1, 2, 0.1);
    JsonNode problem = report().get("problems").get(0);
    assertEquals(
        "weight-decay, 0.3 constant", problem.get("rivals").get(0).get("setting").asText());
    assertEquals(0.75, problem.get("ratios").get("1").asDouble(), 1e-12);
    assertEquals(1.2, problem.get("ratios").get("2").asDouble(), 1e-12);
  }

  @Test
  void rows_twoSeeds_countProblemsTimesSeeds() throws IOException {
    add("recommended", 1, 1, 0.3);
    add("recommended", 1, 2, 0.4);
    add("published", 0.1, 1, 0.3);
    add("published", 0.1, 2, 0.3);
    JsonNode report = report();
    assertEquals(0, measured(report, 0));
    assertEquals(0.5, measured(report, 1));
    assertEquals(4 / 3.0, measured(report, 2), 1e-12);
    assertEquals(0.5, measured(report, 3));
    assertEquals(1, measured(report, 5));
    assertEquals(0.75, measured(report, 6));
    assertTrue(report.get("rows").get(7).get("measured").isNull());
  }

  @Test
  void otherRates_oneDiverged_isHalf() throws IOException {
    add("recommended", 1, 1, 0.3);
    add("recommended", 3, 1, 0.33);
    add("recommended", 0.333, 1, null);
    JsonNode row = report().get("rows").get(4);
    assertEquals(0.5, row.get("measured").asDouble());
    assertEquals("not: digits × 0.333: diverged", row.get("note").asText());
  }

  @Test
  void accuracy_heavyBall_isNotWhatItIsComparedWith() throws IOException {
    add("recommended", "own", 1, 1, 0.3, "a", 0.3, 0.88, 20);
    add("weight-decay", 0.1, 1, 0.3);
    add("heavy-ball-90", "constant", 0.1, 1, 0.3, "a", 0.3, 1.0, 20);
    assertEquals(-2, measured(report(), 7), 1e-12);
  }

  @Test
  void runs_ofAnotherStateOfTheProblem_doNotCount() throws IOException {
    add("recommended", "own", 1, 1, 0.1, "old", 0.1, 0.9, 20);
    add("recommended", 1, 1, 0.3);
    add("published", 0.1, 1, 0.6);
    JsonNode report = report();
    assertEquals(0.5, measured(report, 2));
    assertEquals(1.0, report.get("profile").get("published").get(0).asDouble());
  }

  @Test
  void failures_aboveTheBestRecord_areNamed() throws IOException {
    add("recommended", "own", 1, 1, 0.3, "a", 0.1, 0.9, 20);
    JsonNode row = report().get("rows").get(0);
    assertEquals("miss", row.get("verdict").asText());
    assertTrue(row.get("note").asText().startsWith("digits seed 1: above its best record"));
  }
}
