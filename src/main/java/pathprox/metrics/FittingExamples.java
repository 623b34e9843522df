package pathprox.metrics;

import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.network.Network;

/** Samples for a network: data that do not fit it are refused before any work is done. */
public final class FittingExamples {
  private FittingExamples() {}

  /**
   * {@return the samples in the type of the network}
   *
   * @param dataset Not modified.
   * @param network Not modified.
   * @param loss what compares its outputs with the targets
   * @throws IllegalArgumentException if network, dataset and loss do not fit together
   */
  public static Examples of(Dataset dataset, Network network, Loss loss) {
    int inputs = network.architecture().input().elements();
    if (dataset.inputs() != inputs) {
      throw new IllegalArgumentException(
          "%s has %d inputs a sample, the network takes %d"
              .formatted(dataset.name(), dataset.inputs(), inputs));
    }
    int outputs = network.architecture().output().elements();
    if (dataset.isClassification() && dataset.outputs() != outputs) {
      throw new IllegalArgumentException(
          ("%s has %d classes and needs as many outputs, the network has %d; class numbers to"
                  + " predict as numbers make a Dataset.regression")
              .formatted(dataset.name(), dataset.outputs(), outputs));
    }
    Examples examples = Examples.of(dataset, network.type());
    loss.check(outputs, examples.targets());
    return examples;
  }
}
