package pathprox.benchmark.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw test -Pbenchmark -Dtest=TableFitTest}. */
class TableFitTest {
  private static ObjectNode result(int split, double measure) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("table", "iris")
        .put("split", split)
        .put("measure", measure + (split - 2) / 100.0)
        .put("seconds", 0.5)
        .put("units", 12);
  }

  private static TableFit of(boolean isClasses, Double ours, double linear, double network) {
    TableFit table = new TableFit("iris", isClasses, new TreeMap<>());
    for (int split = 0; split < 5; split++) {
      if (ours != null) {
        table.addIfOwn(result(split, ours));
        table.addIfOwn(result(split, 0.1).put("table", "wine"));
      }
      table.addRival(result(split, linear).put("rival", "linear").put("converged", split != 3));
      table.addRival(result(split, network).put("rival", "network"));
      table.addRival(result(split, 0.99).put("rival", "linear-tuned"));
    }
    return table;
  }

  @Test
  void row_classes_isInPointsBelowTheBetterRivalAsItComes() {
    var row = of(true, 0.94, 0.90, 0.95).row();
    assertEquals(-1, row.measured());
    assertEquals("pass", row.verdict());
    assertEquals(
        "94.0 ± 1.6 % against 95.0 ± 1.6 %, MLPClassifier; split by split -1, -1, -1, -1, -1",
        row.note());
  }

  @Test
  void row_numbers_isInRSquared() {
    var row = of(false, 0.81, 0.8, 0.7).row();
    assertEquals(0.01, row.measured());
    assertEquals("aim", row.verdict());
  }

  @Test
  void row_withoutAllSplits_isNotMeasured() {
    TableFit table = of(true, null, 0.9, 0.95);
    table.addIfOwn(result(0, 1));
    assertNull(table.row().measured());
  }

  @Test
  void cells_notConverged_isTold() {
    assertEquals(
        "0.800 ± 0.016 (0.50 s, 1 not converged)", of(false, 0.81, 0.8, 0.7).cells().get(3));
  }
}
