package pathprox.training;

import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.network.Network;

/** Refuses data that do not fit a network, before any work is done. */
final class FittingExamples {
  private FittingExamples() {}

  /** Copies a dataset in the type of the network. */
  static Examples of(Dataset dataset, Network network, Loss loss) {
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
