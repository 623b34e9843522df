package pathprox.notebook.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Split;
import pathprox.experiment.Comparison;
import pathprox.experiment.ComparisonResult;
import pathprox.experiment.Lambdas;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.RegularizationPath;
import pathprox.experiment.SparsityResult;
import pathprox.experiment.SparsitySearch;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.training.Trainer;

class ExperimentViewTest {
  private static final Network START = Problem.factorized(DataType.FLOAT);
  private static final Split DATA = new Split(Problem.data(), Problem.data());
  private static final Trainer TRAINER = Trainer.with(Problem.options());
  private static final PathResult PATH =
      RegularizationPath.over(Lambdas.of(0.01, 0.02)).train(TRAINER, START, DATA);

  private static void assertShown(Object value, String title) {
    View view = Shown.of(value);
    String html = (String) view.rich();
    assertTrue(html.startsWith("<p><b>" + title), html);
    assertTrue(html.contains("<table") && html.contains("active_2"), html);
    assertEquals(value.toString(), view.text());
  }

  @Test
  void path_view_isALineAndATable() {
    assertShown(PATH, "path over 2 of 2 λ, 120 iterations");
  }

  @Test
  void comparison_view_isALineAndATable() {
    ComparisonResult result =
        Comparison.of(new WeightDecay(0.02), PathProx.of(0.02)).train(TRAINER, START, DATA);
    assertShown(result, "comparison of 2 trainings");
  }

  @Test
  void comparison_oneThatStalled_saysWhyAboveTheTable() {
    ComparisonResult result =
        Comparison.of(PathProx.of(0.02), PathProx.of(5)).train(TRAINER, START, DATA);
    View view = Shown.of(result);

    String line = "PathProx λ=5: stalled after 60 iterations; the outputs are the same";
    assertTrue(view.rich().toString().contains("<p>" + line), view.rich().toString());
    assertTrue(view.text().contains("; the outputs are the same"), view.text());
    assertEquals("stalled", result.table().stringColumn("outcome").get(1));
  }

  @Test
  void sparsity_view_isALineAndATable() {
    SparsityResult result = SparsitySearch.of(UnitTarget.share(1)).train(TRAINER, START, DATA);
    assertShown(result, "100 % of the units: 24 units");
  }

  @Test
  void refit_view_isALineAndATable() {
    Refit refit = Refit.of(PATH.last(), TRAINER, DATA);
    assertShown(refit, "refit, λ 0.02 → 0");
  }
}
