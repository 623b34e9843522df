package pathprox.spark;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.TreeMap;

/** What has come of which member, once at most. */
final class Answers<R> implements SparkTasks.Results<R> {
  final Map<Integer, R> results = new TreeMap<>();
  final Map<Integer, String> failures = new TreeMap<>();

  @Override
  public void arrives(int member, R result) {
    assertNull(results.put(member, result), "twice");
  }

  @Override
  public void fails(int member, String reason) {
    assertNull(failures.put(member, reason), "twice");
  }
}
