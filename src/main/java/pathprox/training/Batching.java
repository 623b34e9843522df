package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import pathprox.data.Augmentation;

/**
 * How the samples of each step are chosen.
 *
 * @param size samples a step, 1 or more; fewer at the end of an epoch, or if there are no more
 * @param shuffles whether each epoch has an order of its own, or that of the dataset
 * @param seed of the shuffling and the augmentation, any value
 * @param augmentation a random change of each batch, or none
 */
public record Batching(int size, boolean shuffles, long seed, Optional<Augmentation> augmentation)
    implements Serializable {
  public Batching {
    Objects.requireNonNull(augmentation, "augmentation must not be null, but may be empty");
    require(size >= 1, "batch size must be >= 1, was %s", size);
  }

  @Override
  public String toString() {
    String order = shuffles ? "shuffled" : "ordered";
    String change = augmentation.map(each -> ", " + each).orElse("");
    return "%s batches of %s, seed %s%s".formatted(order, size, seed, change);
  }
}
