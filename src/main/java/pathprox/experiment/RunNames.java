package pathprox.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of runs that stand beside each other in tables and legends. */
final class RunNames {
  private RunNames() {}

  static void requireDistinct(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a comparison needs at least one run, found none");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "two runs are named '%s'; a result gets another name by named(…)".formatted(name));
      }
    }
  }
}
