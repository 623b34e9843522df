package pathprox.network;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;

class FlattenTest extends LayerContract {
  @Override
  Layer layer() {
    return new Flatten();
  }

  @Override
  Shape input() {
    return Shape.of(3, 2, 2);
  }

  @Override
  Shape refused() {
    return null;
  }

  static Stream<Layer> remembering() {
    return Stream.of(new Relu(), new Tanh());
  }

  @ParameterizedTest
  @MethodSource("remembering")
  void inputGradient_afterALayerThatRemembersItsOutputs_leavesThemInTheirShape(Layer layer) {
    Architecture architecture =
        Architecture.of(
            Shape.of(1, 2, 3), Conv2d.same(1, 2, 3), layer, new Flatten(), new Dense(12, 2));

    GradientCheck.everyParameter(
        architecture.initialize(1, DataType.DOUBLE).working(),
        new Arena()
            .copyOf(Nd4j.linspace(DataType.DOUBLE, -1, 0.15, 18).reshape(3, 6), DataType.DOUBLE),
        outputs -> outputs.sumOfSquares() / 2,
        (outputs, gradient) -> gradient.copyRows(outputs, 0, outputs.rows()));
  }
}
