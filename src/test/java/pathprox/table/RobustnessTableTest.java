package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.metrics.InputNoise;
import pathprox.metrics.Robustness;
import tech.tablesaw.api.Table;

class RobustnessTableTest {
  @Test
  void of_threeStrengths_isARowForEach() {
    Table table =
        RobustnessTable.of(
            "a line",
            new Robustness(new InputNoise(1), List.of(0.0, 1.0, 3.0), List.of(1.0, 0.75, 0.5)));

    assertEquals("Gaussian noise", table.name());
    assertEquals(List.of("run", "strength", "accuracy"), table.columnNames());
    assertEquals(List.of("a line", "a line", "a line"), table.stringColumn("run").asList());
    assertEquals(List.of(0.0, 1.0, 3.0), table.doubleColumn("strength").asList());
    assertEquals(List.of(1.0, 0.75, 0.5), table.doubleColumn("accuracy").asList());
  }
}
