package pathprox.tutorial;

import java.util.List;
import java.util.stream.IntStream;
import pathprox.data.Split;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.progress.Progress;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * How the imbalance ‖w‖² − ‖v‖² of the units of the first pair dies under weight decay, measured
 * and in theory.
 *
 * <p>Since a unit can be rescaled, the gradients of any loss satisfy ⟨w, ∂w⟩ + b·∂b = ⟨v, ∂v⟩ and
 * cancel in the derivative of D = ‖w‖² + b² − ‖v‖² (Du, Hu, Lee, arXiv:1806.00900, for λ = 0).
 * Under gradient flow with decay λ, D' = −2λD if biases decay too, and D' = −2λ(D − b²) if they are
 * free. Time is the sum of the learning rates.
 */
public final class ImbalanceHistory {
  private ImbalanceHistory() {}

  /**
   * Trains, and measures the units at each record.
   *
   * @param trainer how to train. Not modified.
   * @param start a network with a pair. Not modified.
   * @param data training and test set. Not modified.
   * @param decay weight decay without momentum, since the training is resumed at each record
   * @return one row for each record and unit: {@code run} ("unit 0"), {@code iteration}, {@code
   *     w_squared}, {@code v_squared}, {@code b_squared}, {@code imbalance} (‖w‖² − ‖v‖², plus b²
   *     if biases decay), {@code exponential} (the first imbalance times e^{−2λt}) and {@code
   *     theory} (the same if biases decay, else the flow for the measured b², by the trapezoidal
   *     rule between records); fewer rows if the training is interrupted
   * @throws IllegalArgumentException if there is no pair, there is momentum, or network, data and
   *     options do not fit together
   */
  public static Table of(Trainer trainer, Network start, Split data, WeightDecay decay) {
    List<UnitPair> pairs = start.architecture().pairing().pairs();
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("the network has no pair of layers");
    }
    if (decay.momentum() > 0) {
      throw new IllegalArgumentException(
          "the training must have no momentum, found " + decay.name());
    }
    ImbalanceRecords records = new ImbalanceRecords(decay, pairs.get(0));
    int every = trainer.options().recording().every();
    int last = trainer.options().iterations();
    try (Progress progress = Progress.of(decay.name(), 1 + (last + every - 1) / every)) {
      Trainer watched = trainer.listening(progress);
      TrainingResult result = upTo(0, watched).train(start, data, decay);
      records.add(result.network(), 0, 0);
      while (result.outcome().isWhole() && result.iterations() < last) {
        int from = result.iterations();
        int to = Math.min(last, from + every);
        result = upTo(to, watched).resume(result, data, decay);
        if (result.outcome().isWhole()) {
          records.add(
              result.network(), to, duration(trainer.options().learningRateFor(decay), from, to));
        }
      }
    }
    return records.table();
  }

  private static Trainer upTo(int iterations, Trainer trainer) {
    return trainer.withOptions(trainer.options().withIterations(iterations));
  }

  private static double duration(LearningRate rate, int from, int to) {
    return IntStream.range(from, to).mapToDouble(rate::at).sum();
  }
}
