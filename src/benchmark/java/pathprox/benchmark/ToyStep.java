package pathprox.benchmark;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Examples;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;
import pathprox.method.PathProx;
import pathprox.network.Architecture;

/** A PathProx step on a network as small as in a drawing: 2-32-1, batches of 32. */
final class ToyStep extends TrainingStep {
  private static final int UNITS = 32;
  private static final int BATCH = 32;

  ToyStep() {
    super(
        Architecture.mlp(2, UNITS, 1).initialize(1),
        PathProx.of(DenseStep.LAMBDA),
        new MeanSquaredError(),
        0.05,
        samples());
  }

  /** Points of the square and the product of their coordinates. */
  private static Examples samples() {
    RandomNumbers random = RandomNumbers.of(1, "toy", 0);
    Matrix inputs = new Arena().zeros(DataType.FLOAT, BATCH, 2);
    Matrix targets = new Arena().zeros(DataType.FLOAT, BATCH, 1);
    for (int row = 0; row < BATCH; row++) {
      inputs.set(row, 0, 2 * random.nextDouble() - 1);
      inputs.set(row, 1, 2 * random.nextDouble() - 1);
      targets.set(row, 0, inputs.get(row, 0) * inputs.get(row, 1));
    }
    return new Examples(inputs, targets, false);
  }
}
