package pathprox.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    return Stream.<Supplier<Optional<String>>>of(
            this::weights,
            this::lambda,
            this::features,
            this::targets,
            () -> deadPair(end, records),
            this::shrinkingPair)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
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
    if (Double.isFinite(copy.value().sumOfSquares())) {
      return;
    }
    for (double value : values.apply(layer).ravel().toDoubleVector()) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "a training must start from finite parameters, the %s of layer %s hold %s; start from"
                    .formatted(what, layer, value)
                + " Architecture.initialize(seed), or look where the network came from");
      }
    }
  }

  private Optional<String> weights() {
    for (int layer = 0; layer < start.architecture().parametricLayers().size(); layer++) {
      if (start.weights(layer).amaxNumber().doubleValue() == 0) {
        return Optional.of(
            ("all weights of layer %s are 0 at the start, so that its units see nothing; start"
                    + " from Architecture.initialize(seed)")
                .formatted(layer));
      }
    }
    double largest = start.type() == DataType.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
    return Regularity.of(start).halfSquaredNorm() <= largest
        ? Optional.empty()
        : Optional.of(
            "the squares of the weights at the start overflow %s; start from smaller ones"
                .formatted(start.type()));
  }

  /** Known for one pair alone; a concave penalty lets strong units live beyond it. */
  private Optional<String> lambda() {
    if (start.architecture().parametricLayers().size() != 2
        || start.architecture().pairing().pairs().isEmpty()
        || !method.penalty().name().isEmpty()
        || method.lambda() == 0) {
      return Optional.empty();
    }
    String cause = "λ = %s, while from about %s on (LambdaMax) no unit lives; choose a smaller one";
    return Optional.of(LambdaMax.of(start, data, loss).value())
        .filter(largest -> method.lambda() >= largest)
        .map(largest -> cause.formatted(method.lambda(), number(largest)));
  }

  private Optional<String> features() {
    INDArray sizes = data.features().norm2(0);
    int worst = sizes.argMax().getInt(0);
    double size = sizes.getDouble(worst) / Math.sqrt(data.size());
    String cause =
        "the feature '%s' has a root mean square of %s where about 1 is expected; standardize the"
            + " features, such as by Split.standardized()";
    String name = data.columnNames().get(targetColumns() + worst);
    return size <= FAR ? Optional.empty() : Optional.of(cause.formatted(name, number(size)));
  }

  private Optional<String> targets() {
    for (int i = 0; i < targetColumns() && !data.isClassification(); i++) {
      INDArray column = data.targets().getColumn(i).castTo(DataType.DOUBLE);
      double mean = column.meanNumber().doubleValue();
      double deviation = column.stdNumber(false).doubleValue();
      if (Math.abs(mean) > FAR || deviation > FAR || deviation > 0 && deviation < TINY) {
        return Optional.of(
            ("the target '%s' has mean %s and standard deviation %s where about 0 and 1 are expected;"
                    + " train on (y − mean)/deviation")
                .formatted(data.columnNames().get(i), number(mean), number(deviation)));
      }
    }
    return Optional.empty();
  }

  /** The last record counts too, since what follows a pair that died is often NaN. */
  private Optional<String> deadPair(WorkingNetwork end, List<Measurement> records) {
    for (int i = 0; i < end.pairs().size() && method.lambda() > 0; i++) {
      boolean wasDead =
          !records.isEmpty()
              && records.get(records.size() - 1).regularity().activeUnits().get(i) == 0;
      if (wasDead || isDead(end.pairs().get(i))) {
        return Optional.of(blameForDeath(i));
      }
    }
    return Optional.empty();
  }

  /** A λ far below what the units gain at the start kills them with large steps only. */
  private String blameForDeath(int pair) {
    double limit = LambdaMax.growthLimits(start, data, loss, method.penalty()).get(pair);
    String blame =
        method.lambda() < limit / FAR
            ? "the learning rate, at which λ = %s left no active unit in pair %s; lower the"
                + " learning rate, or choose a smaller λ"
            : "λ = %s left no active unit in pair %s, where at the start units grow only below"
                + " about %s; choose a smaller one";
    return blame.formatted(method.lambda(), pair + 1, number(limit));
  }

  private static boolean isDead(PairUnits pair) {
    return pair.incoming().weights().value().sumOfSquares() == 0
        || pair.outgoing().weights().value().sumOfSquares() == 0;
  }

  private Optional<String> shrinkingPair() {
    List<Double> limits = LambdaMax.growthLimits(start, data, loss, method.penalty());
    String cause =
        "λ = %s, at which every unit of pair %s shrinks from the start on, as from about %s on;"
            + " choose a smaller one";
    return IntStream.range(0, limits.size())
        .filter(i -> method.lambda() > 0 && method.lambda() >= limits.get(i))
        .mapToObj(i -> cause.formatted(method.lambda(), i + 1, number(limits.get(i))))
        .findFirst();
  }

  private int targetColumns() {
    return data.targets().columns();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
