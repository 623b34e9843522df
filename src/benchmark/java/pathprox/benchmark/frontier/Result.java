package pathprox.benchmark.frontier;

import java.util.List;

/**
 * What a competitor came to; a line of JSON in the results.
 *
 * @param problem what was learned
 * @param competitor by whom
 * @param order how
 * @param units of the network with all of them
 * @param kept a network for each share that was wanted
 * @param seconds of all trainings and searches
 */
record Result(
    String problem, String competitor, Order order, int units, List<Kept> kept, double seconds) {
  boolean isOf(Order wanted) {
    return order.equals(wanted);
  }

  /** Whether the test set judged. */
  boolean isTest() {
    return order.fold() == null;
  }

  /** The network for a share. */
  Kept at(double share) {
    return kept.stream().filter(each -> each.share() == share).findFirst().orElseThrow();
  }
}
