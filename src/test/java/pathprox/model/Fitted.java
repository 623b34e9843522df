package pathprox.model;

import java.util.stream.IntStream;
import pathprox.features.FeaturePlan;
import pathprox.loss.MeanSquaredError;
import pathprox.method.PathProx;
import pathprox.network.Network;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.Table;

/** Models of real tables by short trainings, and their bits. */
final class Fitted {
  static final Table PENGUINS = Table.read().csv("notebooks/data/penguins.csv");
  static final Table CARS = Table.read().csv("notebooks/data/auto-mpg.csv");
  static final TrainingOptions OPTIONS = TrainingOptions.defaults().withIterations(100);
  static final TrainingOptions FOR_NUMBERS = OPTIONS.withLoss(new MeanSquaredError());

  private Fitted() {}

  static Fitting species() {
    return small(FeaturePlan.of(PENGUINS, "species"));
  }

  /** Ten hidden units, two folds, and no choice of λ. */
  static Fitting small(FeaturePlan plan) {
    return Fitting.of(plan)
        .withMethod(PathProx.recommended(1e-3))
        .withOptions(OPTIONS)
        .withHidden(10)
        .withFolds(2);
  }

  static Fitting consumption() {
    return small(FeaturePlan.of(CARS, "mpg")).withOptions(FOR_NUMBERS);
  }

  static int[] all(Table table) {
    return IntStream.range(0, table.rowCount()).toArray();
  }

  /** The numbers of a network, exactly. */
  static String bits(Network network) {
    StringBuilder text = new StringBuilder();
    for (int layer = 0; layer < network.architecture().parametricLayers().size(); layer++) {
      append(text, network.weights(layer).data().asFloat());
      append(text, network.bias(layer).data().asFloat());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, float... numbers) {
    for (float number : numbers) {
      text.append(Float.toHexString(number)).append(' ');
    }
  }
}
