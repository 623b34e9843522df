package pathprox.metrics;

import static pathprox.matrix.Arguments.require;

import java.util.Objects;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Arena;
import pathprox.network.Network;

/** Refuses data that do not fit a network, before any work is done. */
public final class FittingExamples {
  private FittingExamples() {}

  /**
   * {@return {@code dataset} as matrices of the type of {@code network}, copied into {@code arena}
   * where types differ; an IllegalArgumentException if {@code loss} or network does not fit}
   */
  public static Examples of(Dataset dataset, Network network, Loss loss, Arena arena) {
    Objects.requireNonNull(dataset, "the dataset must not be null");
    Objects.requireNonNull(network, "the network must not be null");
    Objects.requireNonNull(loss, "the loss must not be null");
    int inputs = network.architecture().input().elements();
    String wrongInputs = "%s has %s inputs a sample, the network takes %s";
    int found = dataset.inputs();
    require(found == inputs, wrongInputs, dataset.name(), found, inputs);
    int outputs = network.architecture().output().elements();
    String wrongClasses =
        "%s has %s classes and needs as many outputs, the network has %s; class numbers to predict"
            + " as numbers make a Dataset.regression";
    boolean fits = !dataset.isClassification() || dataset.outputs() == outputs;
    require(fits, wrongClasses, dataset.name(), dataset.outputs(), outputs);
    Examples examples = Examples.of(dataset, network.type(), arena);
    loss.check(outputs, examples.targets());
    return examples;
  }
}
