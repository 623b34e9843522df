package pathprox.benchmark;

import pathprox.method.PathProx;

/** The PathProx step on other widths, depths and batches: {@code step-WIDTH-BLOCKS-BATCH}. */
final class ScaledStep {
  static final String PREFIX = "step-";

  /** Small enough that no size diverges; the cost of a step does not depend on it. */
  private static final double RATE = 0.01;

  private ScaledStep() {}

  static Work of(String name) {
    String[] sizes = name.substring(PREFIX.length()).split("-");
    int width = Integer.parseInt(sizes[0]);
    int blocks = Integer.parseInt(sizes[1]);
    PathProx method = PathProx.of(DenseStep.LAMBDA);
    return DenseStep.from(
        DenseStep.network(width, blocks), method, RATE, Integer.parseInt(sizes[2]));
  }
}
