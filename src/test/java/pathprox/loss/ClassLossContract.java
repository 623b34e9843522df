package pathprox.loss;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;

/** What every loss fulfills whose targets are class numbers. */
abstract class ClassLossContract extends LossContract {
  @Override
  Matrix targets() {
    return classes(0, 3, 1, 2, 3);
  }

  @Override
  Matrix refusedTargets() {
    return classes(0, 4);
  }

  @Override
  String refusal() {
    return "with 4 outputs takes class numbers 0 to 3, found 4.0 at sample 2";
  }

  static Matrix classes(double... numbers) {
    return new Arena()
        .copyOf(Nd4j.createFromArray(numbers).reshape(numbers.length, 1), DataType.DOUBLE);
  }
}
