package pathprox.tutorial.spline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pathprox.data.Split;
import pathprox.loss.MeanSquaredError;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

class SplineRecordsTest {
  private static final Split DATA = PiecewiseLinear.split(1);

  private static SplineRecords trained(int... iterations) {
    SplineRecords records = SplineRecords.at("net", iterations);
    TrainingOptions options =
        TrainingOptions.defaults()
            .withLoss(new MeanSquaredError())
            .withBatchSize(100)
            .withIterations(20)
            .withRecordEvery(10);
    Trainer.with(options)
        .listening(records)
        .train(Architecture.mlp(1, 10, 1).initialize(1), DATA, PathProx.recommended(1e-3));
    return records;
  }

  @Test
  void records_askedIterations_areKeptIfTheyAreRecorded() {
    SplineRecords records = trained(0, 7, 20);

    assertEquals(Set.of(0, 20), records.splines().keySet());
    assertEquals(
        Architecture.mlp(1, 10, 1).initialize(1).weights(0),
        records.splines().get(0).network().weights(0));
    assertEquals("net, kept at iterations [0, 20]", records.toString());
  }

  @Test
  void slides_keptSplines_shareTheirAxes() {
    Chart chart = trained(0, 10, 20).slides(DATA.train());

    List<?> names = chart.frames().stream().map(frame -> frame.get("name")).toList();
    assertEquals(List.of("0", "10", "20"), names);
    List<?> range = (List<?>) at(chart.layout(), "yaxis2", "range");
    for (Map<String, Object> frame : chart.frames()) {
      for (Object norm : (List<?>) ((Map<?, ?>) ((List<?>) frame.get("data")).get(2)).get("y")) {
        assertTrue(((Number) norm).doubleValue() < ((Number) range.get(1)).doubleValue());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> trained(0).slides(DATA.train()));
  }
}
