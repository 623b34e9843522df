package pathprox.tutorial.balance;

import java.util.List;
import pathprox.data.TrainingData;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.training.Trainer;
import tech.tablesaw.api.Table;

/**
 * How the imbalance of the units of the first pair changes under weight decay, measured and by an
 * exact law.
 *
 * <p>Since a unit can be rescaled, the gradients of any loss satisfy ⟨w, ∂w⟩ + b·∂b = ⟨v, ∂v⟩ (Du,
 * Hu, Lee, arXiv:1806.00900). So a step of gradient descent with learning rate γ and decay λ takes
 * D = ‖w‖² + b² − ‖v‖² to (1 − γλ)²D + γ²(‖∂w‖² + (∂b)² − ‖∂v‖²) if biases decay too. If they are
 * free, it takes E = ‖w‖² − ‖v‖² to (1 − γλ)²E + 2γ(1 − γλ)b·∂b + γ²(‖∂w‖² − ‖∂v‖²). Both become
 * D(0)e^{−2λt} where γ is small and biases rest; time t is the sum of the learning rates.
 */
public final class ImbalanceHistory {
  private ImbalanceHistory() {}

  /**
   * Trains, and measures the units at each record of the {@code trainer}'s options. The law is
   * followed from step to step, from the first imbalance on, and takes from each step no more than
   * its gradient, ((1 − γλ)w − w′)/γ for the weights w before and w′ after it.
   *
   * @param trainer how to train. Not modified.
   * @param start a network whose first pair is of dense layers, float64 if rounding is to be seen.
   *     Not modified.
   * @param data a training set or a split. Not modified.
   * @param decay weight decay; the law does not know of momentum
   * @return one row for each record and unit: {@code run} ("unit 0"), {@code iteration}, {@code
   *     w_squared}, {@code v_squared}, {@code b_squared}, {@code imbalance} (‖w‖² − ‖v‖², plus b²
   *     if biases decay), {@code law} and {@code exponential}, which is the first imbalance times
   *     e^{−2λt}
   * @throws IllegalArgumentException if there is no pair of dense layers, or network, data and
   *     options do not fit together
   */
  public static Table of(Trainer trainer, Network start, TrainingData data, WeightDecay decay) {
    List<UnitPair> pairs = start.architecture().pairing().pairs();
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("the network has no pair of layers");
    }
    ImbalanceRecords records = new ImbalanceRecords(trainer.options(), decay, pairs.get(0));
    trainer
        .withOptions(trainer.options().withRecordEvery(1))
        .listening(records)
        .train(start, data, decay);
    return records.table();
  }
}
