package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.method.Problem;
import pathprox.network.Architecture;
import pathprox.network.GradientCheck;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Relu;

/** Whole networks under each loss: every parameter's gradient against central differences. */
class NetworkGradientTest {
  private static final int SAMPLES = 8;

  /** A hundred times the step of the differences, which moves a sum by about that step. */
  private static final double DISTANCE_FROM_KINKS = 1e-4;

  /** A network and a loss. */
  record Case(Network network, Loss loss) {}

  static Stream<Case> cases() {
    Network factorized = Problem.factorized(DataType.DOUBLE);
    Network plain = Problem.withUnpairedLayer(DataType.DOUBLE);
    return Stream.of(
        new Case(factorized, new CrossEntropy()),
        new Case(factorized, new MeanSquaredError()),
        new Case(plain, new CrossEntropy()),
        new Case(plain, new MeanSquaredError()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void backward_everyParameter_agreesWithCentralDifferences(Case example) {
    INDArray features = Problem.data().first(SAMPLES).features();
    requireOffKinks(example.network, features);
    Matrix targets =
        new Arena()
            .copyOf(
                example.loss instanceof CrossEntropy
                    ? Problem.data().first(SAMPLES).targets()
                    : Nd4j.linspace(DataType.DOUBLE, -1, 0.1, 2 * SAMPLES).reshape(SAMPLES, 2),
                DataType.DOUBLE);

    GradientCheck.everyParameter(
        example.network.working(),
        new Arena().copyOf(features, DataType.DOUBLE),
        outputs -> example.loss.value(outputs, targets),
        (outputs, gradient) -> example.loss.gradient(outputs, targets, gradient));
  }

  /** Runs the layers before each rectifier and looks at what it is given. */
  private static void requireOffKinks(Network network, INDArray features) {
    List<Layer> layers = network.architecture().layers();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof Relu) {
        INDArray sums = head(network, i).outputs(features);
        assertTrue(sums.aminNumber().doubleValue() > DISTANCE_FROM_KINKS, "layer " + i);
      }
    }
  }

  private static Network head(Network network, int layers) {
    Architecture head =
        new Architecture(
            network.architecture().input(), network.architecture().layers().subList(0, layers));
    IntStream parametric = IntStream.range(0, head.parametricLayers().size());
    return new Network(
        head,
        parametric.mapToObj(network::weights).toList(),
        IntStream.range(0, head.parametricLayers().size()).mapToObj(network::bias).toList());
  }
}
