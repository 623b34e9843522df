package pathprox.benchmark.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw test -Pbenchmark -Dtest=ResultsTest}. */
class ResultsTest {
  private static final List<Long> SEEDS = List.of(1L, 2L);

  @TempDir Path folder;

  @Test
  void run_again_runsOnlyWhatIsMissing() throws IOException {
    assertEquals(1, ours(List.of(1L), false));
    assertEquals(1, ours(SEEDS, false));
    assertEquals(0, ours(SEEDS, false));
    assertEquals(2, ours(SEEDS, true));
  }

  @Test
  void runSearched_bestAtTheEdge_goesOnAndRunsTheBestWithAllSeeds() throws IOException {
    List<Result> results = new ArrayList<>();
    comparison(results, false).runSearched(Contender.WEIGHT_DECAY, SEEDS);
    assertTrue(results.size() > 9, "four rates twice, more at an edge, the second seed");
    Result last = results.get(results.size() - 1);
    assertEquals(2, last.seed());
    double lowest =
        results.stream()
            .filter(each -> each.seed() == 1)
            .mapToDouble(Result::judged)
            .min()
            .orElseThrow();
    assertTrue(
        results.stream()
            .anyMatch(
                each -> each.seed() == 1 && each.rate() == last.rate() && each.judged() == lowest));
  }

  @Test
  void rates_places_areAFactorOfThreeApart() {
    assertEquals(
        List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0),
        List.of(-4, -3, -2, -1, 0, 1).stream().map(Rates::at).toList());
    assertEquals(-3, Rates.index(0.03));
  }

  private int ours(List<Long> seeds, boolean fresh) throws IOException {
    List<Result> results = new ArrayList<>();
    comparison(results, fresh).runOwn(Contender.RECOMMENDED, List.of(1.0), seeds);
    return results.size();
  }

  private Comparison comparison(List<Result> results, boolean fresh) throws IOException {
    Trial trial = new Trial(Problem.WINE, 20, 2, "a");
    Results kept = new Results(folder, Problem.WINE, "a");
    if (fresh) {
      kept.forgetRecommended();
    }
    return new Comparison(trial, kept, results::add);
  }
}
