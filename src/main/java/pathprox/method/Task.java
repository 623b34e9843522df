package pathprox.method;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What a method is told of the training ahead.
 *
 * @param from the number of steps made before, 0 for a new training
 * @param iterations the number of the last step; at least {@code from}
 * @param samples the number of training samples
 * @param batchSize the number of samples a step
 * @param probeSamples how many samples {@code probe} looks at, 0 if there is no probe
 * @param probe the mean loss of the present parameters over fixed training samples, as they are
 *     without augmentation; may be infinite or NaN. It runs forward through the network
 * @param inputScale the root mean square of an input, above 0
 * @param targetMeans the mean of each target of a regression; empty for classes
 */
public record Task(
    int from,
    int iterations,
    int samples,
    int batchSize,
    int probeSamples,
    DoubleSupplier probe,
    double inputScale,
    List<Double> targetMeans) {
  /** {@return a training of which only the {@code iterations} are known, without a probe} */
  public static Task of(int iterations) {
    return new Task(0, iterations, 1, 1, 0, () -> Double.NaN, 1, List.of());
  }

  /** How many steps see all samples once. */
  double epoch() {
    return (double) samples / batchSize;
  }
}
