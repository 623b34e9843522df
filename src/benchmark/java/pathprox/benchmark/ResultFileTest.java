package pathprox.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw test -Pbenchmark -Dtest=ResultFileTest}. */
class ResultFileTest {
  @TempDir Path folder;

  @Test
  void moveToEnd_someResults_areLastInTheirOrder() throws IOException {
    Path file = folder.resolve("results.jsonl");
    ResultFile<Integer> results = new ResultFile<>(file, Integer.class);
    List.of(3, 10, 4, 20).forEach(results::add);

    results.moveToEnd(each -> each < 10);

    assertEquals(List.of("10", "20", "3", "4"), Files.readAllLines(file));
  }
}
