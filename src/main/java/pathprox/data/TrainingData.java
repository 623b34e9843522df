package pathprox.data;

import java.io.Serializable;
import java.util.Optional;

/** What a training takes: a split, on whose test part it is measured too, or a dataset alone. */
public sealed interface TrainingData extends Serializable permits Dataset, Split {
  /** {@return the samples that a network learns from} */
  default Dataset trainingSet() {
    return this instanceof Split split ? split.train() : (Dataset) this;
  }

  /** {@return the samples that it is judged by; empty for a dataset alone} */
  default Optional<Dataset> testSet() {
    return this instanceof Split split ? Optional.of(split.test()) : Optional.empty();
  }
}
