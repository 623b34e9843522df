package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.training.LearningRate;
import tech.tablesaw.api.Table;

class LearningRateTableTest {
  @Test
  void of_longTraining_hasBothEndsAndSomeBetween() {
    Table table = LearningRateTable.of("halved", LearningRate.exponential(1, 0.5, 100), 1001);

    assertEquals(201, table.rowCount());
    assertEquals(List.of(0, 5, 10), table.intColumn("iteration").asList().subList(0, 3));
    assertEquals(1000, table.intColumn("iteration").get(200));
    assertEquals(Math.pow(0.5, 10), table.doubleColumn("learning_rate").get(200), 1e-15);
    assertEquals(List.of("halved"), table.stringColumn("run").unique().asList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 200, 201})
  void of_shortTraining_hasEachIterationOnce(int iterations) {
    Table table = LearningRateTable.of("run", LearningRate.constant(0.1), iterations);

    assertEquals(
        IntStream.range(0, iterations).boxed().toList(), table.intColumn("iteration").asList());
  }

  @Test
  void of_noIteration_isRefused() {
    Exception error =
        assertThrows(
            IllegalArgumentException.class,
            () -> LearningRateTable.of("none", LearningRate.constant(1), 0));

    assertEquals("iterations must be >= 1, was 0", error.getMessage());
  }
}
