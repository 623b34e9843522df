package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Where trainings keep their state, and how often. Each training has a folder of its own there,
 * named after its method and a fingerprint of start, data, method and options, with
 *
 * <ul>
 *   <li>{@code start.safetensors}, the network that it starts from, with what it is a training of;
 *   <li>{@code state-….safetensors}, everything that the next iteration depends on, the last two;
 *   <li>in their place, once it has ended, {@code network.safetensors} and {@code result.json}.
 * </ul>
 *
 * <p>States are written also when a training is interrupted or ended by a listener, and when the
 * program is told to end, as by Ctrl-C; one that is killed leaves the last ones.
 *
 * @param folder made with the folders above it where there is none
 * @param iterations so many after a state the next one is kept, 1 or more; 0 leaves it to the time
 * @param time so long after a state the next one is kept, above 0
 */
public record Saving(Path folder, int iterations, Duration time) {
  public Saving {
    Objects.requireNonNull(folder, "the folder of a saving must not be null");
    Objects.requireNonNull(time, "the time between two states must not be null");
    require(iterations >= 0, "iterations between two states must be >= 0, was %s", iterations);
    boolean isPositive = !time.isNegative() && !time.isZero();
    require(isPositive, "the time between two states must be > 0, was %s", time);
  }

  /** {@return what keeps a state in {@code folder} each minute} */
  public static Saving in(Path folder) {
    return new Saving(folder, 0, Duration.ofMinutes(1));
  }

  /** {@return as {@link #in(Path)} in {@code folder}} */
  public static Saving in(String folder) {
    return in(Path.of(Objects.requireNonNull(folder, "the folder must not be null")));
  }

  /** {@return this saving also after each {@code newIterations} iterations, 1 or more} */
  public Saving everyIterations(int newIterations) {
    require(newIterations >= 1, "iterations between two states must be >= 1: %s", newIterations);
    return new Saving(folder, newIterations, time);
  }

  /** {@return this saving after each {@code newTime}, above 0} */
  public Saving every(Duration newTime) {
    return new Saving(folder, iterations, newTime);
  }

  @Override
  public String toString() {
    String steps =
        iterations > 0 ? String.format(Locale.ROOT, "%,d iterations or ", iterations) : "";
    return "a state in %s every %s%s s"
        .formatted(folder, steps, time.toSeconds() + time.getNano() / 1e9);
  }
}
