package pathprox.training;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.certificate.LambdaMax;
import pathprox.data.Dataset;
import pathprox.loss.Loss;
import pathprox.method.Method;
import pathprox.metrics.Regularity;
import pathprox.network.Network;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.PairUnits;
import pathprox.network.running.Parameter;
import pathprox.network.running.WorkingNetwork;

/** What most likely kept a training from learning, told by its start, its data and its end. */
record Diagnosis(Network start, Dataset data, Loss loss, Method method) {
  /** Standardized numbers have a root mean square of 1; learning rates fit some ten times that. */
  private static final double FAR = 10;

  private static final double TINY = 0.01;

  /** A cause other than the learning rate, the most certain first, and what helps, if found. */
  Optional<String> cause(WorkingNetwork end, List<Measurement> records) {
    int pairs = method.lambda() > 0 ? end.pairs().size() : 0;
    return zeroWeights()
        .or(this::largeWeights)
        .or(this::lambda)
        .or(this::features)
        .or(() -> first(data.isClassification() ? 0 : targetColumns(), this::target))
        .or(() -> first(pairs, pair -> death(pair, end, records)))
        .or(this::shrinkingPair);
  }

  private static Optional<String> when(boolean holds, String cause, Object... values) {
    return holds ? Optional.of(String.format(Locale.ROOT, cause, values)) : Optional.empty();
  }

  private static Optional<String> first(int count, IntFunction<Optional<String>> cause) {
    return IntStream.range(0, count).mapToObj(cause).flatMap(Optional::stream).findFirst();
  }

  /** Refuses a start with NaN or infinite parameters; the sums of its copy cost no memory. */
  void requireFiniteStart(WorkingNetwork copy) {
    for (int layer = 0; layer < copy.layers().size(); layer++) {
      LayerParameters parameters = copy.layers().get(layer);
      requireFinite("weights", layer, parameters.weights(), start::weights);
      requireFinite("biases", layer, parameters.bias(), start::bias);
    }
  }

  private static void requireFinite(
      String what, int layer, Parameter copy, IntFunction<INDArray> values) {
    String message =
        "a training must start from finite parameters, the %s of layer %s hold %s; start from"
            + " Architecture.initialize(seed), or look where the network came from";
    if (!Double.isFinite(copy.value().sumOfSquares())) {
      for (double value : values.apply(layer).ravel().toDoubleVector()) {
        require(Double.isFinite(value), message, what, layer, value);
      }
    }
  }

  private Optional<String> zeroWeights() {
    String cause =
        "all weights of layer %s are 0 at the start, so that its units see nothing; start from"
            + " Architecture.initialize(seed)";
    int layers = start.architecture().parametricLayers().size();
    return first(layers, i -> when(start.weights(i).amaxNumber().doubleValue() == 0, cause, i));
  }

  private Optional<String> largeWeights() {
    double largest = start.type() == DataType.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
    String cause = "the squares of the weights at the start overflow %s; start from smaller ones";
    return when(!(Regularity.of(start).halfSquaredNorm() <= largest), cause, start.type());
  }

  /** Known for one pair alone; a concave penalty lets strong units live beyond it. */
  private Optional<String> lambda() {
    boolean isKnown =
        start.architecture().parametricLayers().size() == 2
            && !start.architecture().pairing().pairs().isEmpty()
            && method.penalty().name().isEmpty()
            && method.lambda() != 0;
    double largest = isKnown ? LambdaMax.of(start, data, loss).value() : Double.POSITIVE_INFINITY;
    String cause =
        "λ = %s, while from about %.3g on (LambdaMax) no unit lives; choose a smaller one";
    return when(method.lambda() >= largest, cause, method.lambda(), largest);
  }

  private Optional<String> features() {
    INDArray sizes = data.features().norm2(0);
    int worst = sizes.argMax().getInt(0);
    double size = sizes.getDouble(worst) / Math.sqrt(data.size());
    String cause =
        "the feature '%s' has a root mean square of %.3g where about 1 is expected; standardize the"
            + " features, such as by Split.standardized()";
    return when(!(size <= FAR), cause, data.columnNames().get(targetColumns() + worst), size);
  }

  private Optional<String> target(int number) {
    INDArray column = data.targets().getColumn(number).castTo(DataType.DOUBLE);
    double mean = column.meanNumber().doubleValue();
    double deviation = column.stdNumber(false).doubleValue();
    boolean isFar = Math.abs(mean) > FAR || deviation > FAR || deviation > 0 && deviation < TINY;
    String cause =
        "the target '%s' has mean %.3g and standard deviation %.3g where about 0 and 1 are expected;"
            + " train on (y − mean)/deviation, or by Model.fit, which does";
    return when(isFar, cause, data.columnNames().get(number), mean, deviation);
  }

  /** The last record counts too, since what follows a pair that died is often NaN. */
  private Optional<String> death(int pair, WorkingNetwork end, List<Measurement> records) {
    int last = records.size() - 1;
    boolean wasDead = last >= 0 && records.get(last).regularity().activeUnits().get(pair) == 0;
    if (!wasDead && !isDead(end.pairs().get(pair))) {
      return Optional.empty();
    }
    double limit = growthLimits().get(pair);
    String blame =
        method.lambda() < limit / FAR // kills with large steps only
            ? "the learning rate, at which λ = %s left no active unit in pair %s; lower the"
                + " learning rate, or choose a smaller λ"
            : "λ = %s left no active unit in pair %s, where at the start units grow only below"
                + " about %.3g; choose a smaller one";
    return when(true, blame, method.lambda(), pair + 1, limit);
  }

  private static boolean isDead(PairUnits pair) {
    return pair.incoming().weights().value().sumOfSquares() == 0
        || pair.outgoing().weights().value().sumOfSquares() == 0;
  }

  private Optional<String> shrinkingPair() {
    double lambda = method.lambda();
    List<Double> limits = lambda > 0 ? growthLimits() : List.of();
    String cause =
        "λ = %s, at which every unit of pair %s shrinks from the start on, as from about %.3g on;"
            + " choose a smaller one";
    return first(
        limits.size(), i -> when(lambda >= limits.get(i), cause, lambda, i + 1, limits.get(i)));
  }

  private List<Double> growthLimits() {
    return LambdaMax.growthLimits(start, data, loss, method.penalty());
  }

  private int targetColumns() {
    return data.targets().columns();
  }
}
