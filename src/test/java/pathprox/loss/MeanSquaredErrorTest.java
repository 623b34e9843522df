package pathprox.loss;

import org.nd4j.linalg.api.buffer.DataType;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

class MeanSquaredErrorTest extends LossContract {
  @Override
  Loss loss() {
    return new MeanSquaredError();
  }

  @Override
  Matrix targets() {
    Matrix targets = new Arena().zeros(DataType.DOUBLE, SAMPLES, OUTPUTS);
    for (int row = 0; row < SAMPLES; row++) {
      for (int column = 0; column < OUTPUTS; column++) {
        targets.set(row, column, row - column);
      }
    }
    return targets;
  }

  @Override
  Matrix refusedTargets() {
    return new Arena().zeros(DataType.DOUBLE, SAMPLES, 1);
  }

  @Override
  String refusal() {
    return "as many outputs as targets, found 4 and 1";
  }
}
