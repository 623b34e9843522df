package pathprox.method;

/** An average of a stream of numbers that forgets old ones. */
final class RunningMean {
  private final double memory;
  private double mean;
  private boolean started;

  /** Makes an average over some {@code memory} numbers. */
  RunningMean(double memory) {
    this.memory = memory;
  }

  void add(double value) {
    mean = started ? mean + (value - mean) / memory : value;
    started = true;
  }

  void set(double value) {
    mean = value;
    started = true;
  }

  double get() {
    return mean;
  }
}
