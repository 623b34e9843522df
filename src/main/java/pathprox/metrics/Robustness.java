package pathprox.metrics;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.CrossEntropy;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;

/**
 * How often a network is right when its inputs are disturbed, at x + strength·direction(x).
 *
 * @param perturbation where the inputs move
 * @param strengths how far, in the units in which the network takes its inputs; 0 or more each
 * @param accuracies the share of samples that are classified right, 0 to 1, one for each strength
 */
public record Robustness(
    Perturbation perturbation, List<Double> strengths, List<Double> accuracies) {
  private static final int BATCH = 100; // images of so many samples take less than a megabyte

  public Robustness {
    strengths = List.copyOf(strengths);
    accuracies = List.copyOf(accuracies);
  }

  /**
   * {@return the accuracies of {@code network} on {@code dataset}, samples with classes, disturbed
   * by {@code perturbation} at each of {@code strengths}, 0 or more and finite; NaN if the thread
   * is interrupted, which ends it before the next batch; an IllegalArgumentException if network and
   * dataset do not fit together, the targets are no classes, or a strength is out of its range}
   */
  public static Robustness of(
      Network network, Dataset dataset, Perturbation perturbation, double... strengths) {
    List<Double> tried = Arrays.stream(strengths).boxed().toList();
    boolean fit = tried.stream().allMatch(each -> each >= 0 && Double.isFinite(each));
    require(fit, "strengths must be >= 0 and finite, found %s", tried);
    String message = "robustness counts right classes, the targets of '%s' are numbers to predict";
    require(dataset.isClassification(), message, dataset.name());
    try (WorkingNetwork working = network.compact().working()) {
      Examples examples = FittingExamples.of(dataset, network, new CrossEntropy(), working.arena());
      return new Robustness(
          perturbation, tried, accuracies(working, examples, perturbation, strengths));
    }
  }

  private static List<Double> accuracies(
      WorkingNetwork network, Examples examples, Perturbation perturbation, double[] strengths) {
    int[] correct = new int[strengths.length];
    Buffer movesBuffer = network.arena().buffer();
    Buffer targetBuffer = network.arena().buffer();
    Buffer disturbedBuffer = network.arena().buffer();
    for (int from = 0; from < examples.size(); from += BATCH) {
      if (Thread.currentThread().isInterrupted()) {
        return Collections.nCopies(correct.length, Double.NaN);
      }
      int count = Math.min(BATCH, examples.size() - from);
      Matrix directions = movesBuffer.matrix(network.type(), count, examples.inputs().columns());
      perturbation.direct(network, examples, from, directions);
      Matrix targets = targetBuffer.copyRows(examples.targets(), from, count);
      for (int i = 0; i < strengths.length; i++) {
        Matrix disturbed = disturbedBuffer.copyRows(examples.inputs(), from, count);
        disturbed.axpy(strengths[i], directions);
        correct[i] += Evaluator.countCorrect(network.forward(disturbed), targets);
      }
    }
    return Arrays.stream(correct).mapToObj(count -> (double) count / examples.size()).toList();
  }

  /** {@return the accuracy at {@code strength}, IllegalArgumentException if it was not tried} */
  public double at(double strength) {
    String message = "strength %s was not tried, these were: %s";
    require(strengths.contains(strength), message, strength, strengths);
    return accuracies.get(strengths.indexOf(strength));
  }

  @Override
  public String toString() {
    return strengths.stream()
        .map(each -> String.format(Locale.ROOT, "%.4g: %.2f %%", each, 100 * at(each)))
        .collect(Collectors.joining(", ", "accuracy under " + perturbation + ", ", ""));
  }
}
