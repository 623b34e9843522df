package pathprox.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.metrics.ActiveUnits;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.UnitPair;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** A number of units in one training, beside the search that takes several for it. */
@Tag("slow")
class UnitTargetAccuracyTest {
  private static final Logger LOG = Logger.getLogger(UnitTargetAccuracyTest.class.getName());
  private static final double LAMBDA = 1e-3;

  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(1500).withBatchSize(100).withRecordEvery(300);

  /** In points of test accuracy; three seeds of one search differ by as much. */
  private static final double MARGIN = 1;

  private static Split data(boolean digits, long seed) {
    return digits ? Digits.split(seed) : Mnist.subset(100);
  }

  private static Architecture architecture(boolean digits) {
    return digits
        ? Architecture.factorizedMlp(64, 100, 2, 10)
        : Architecture.factorizedMlp(784, 100, 3, 10);
  }

  private static double accuracy(TrainingResult result) {
    return 100 * result.history().last().test().accuracy();
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 3"})
  void train_severalNumbersAndSeeds_allAreReached(boolean digits, int pairs) {
    for (long seed = 1; seed <= 3; seed++) {
      Network start = architecture(digits).initialize(seed);
      for (int units : new int[] {10, 20, 40, 60, 80}) {
        List<UnitTarget> targets =
            List.of(UnitTarget.perPair(units), UnitTarget.share(units / 100.0));
        for (UnitTarget target : targets) {
          Method method = PathProx.recommended(LAMBDA).withUnits(target);
          TrainingResult result =
              Trainer.with(OPTIONS.withSeed(seed)).train(start, data(digits, seed), method);
          String report =
              String.format(
                  Locale.ROOT,
                  "%s, seed %d: %d active units, strong %s, objective %.5f, test %.2f %%",
                  result.title(),
                  seed,
                  ActiveUnits.of(result.network()),
                  result.history().last().regularity().strongUnits(),
                  result.objective(),
                  accuracy(result));
          LOG.info(report);
          int missing = units * pairs - ActiveUnits.of(result.network());
          int silent = missing == 0 ? 0 : silentUnits(result.network(), data(digits, seed).train());
          assertTrue(0 <= missing && missing <= silent, missing + " missing: " + result.title());
        }
      }
    }
  }

  /**
   * Counts the dead units that no sample activates: they have no gradient to come back by, which
   * {@link pathprox.method.AdaptivePathProx#withUnits} says.
   */
  private static int silentUnits(Network network, Dataset data) {
    int silent = 0;
    for (UnitPair pair : network.architecture().pairing().pairs()) {
      double[] v = network.outgoingNorms(pair.outgoing());
      INDArray before = beforeRectifier(network, pair.incoming()).outputs(data.features());
      for (int unit = 0; unit < v.length; unit++) {
        boolean isActivated = before.getColumn(unit).maxNumber().doubleValue() > 0;
        silent += v[unit] == 0 && !isActivated ? 1 : 0;
      }
    }
    return silent;
  }

  /** The part of a network of blocks, dense, rectifier, dense, that ends with a layer. */
  private static Network beforeRectifier(Network network, int last) {
    Architecture all = network.architecture();
    int layers = last / 2 * 3 + 1; // three a block
    return new Network(
        new Architecture(all.input(), all.layers().subList(0, layers)),
        IntStream.rangeClosed(0, last).mapToObj(network::weights).toList(),
        IntStream.rangeClosed(0, last).mapToObj(network::bias).toList());
  }

  @ParameterizedTest
  @CsvSource({"true, 40", "false, 40", "true, 20", "false, 20"})
  void train_sameNumberAsASearch_isAsAccurateOnAverage(boolean digits, int units) {
    List<Double> differences = new ArrayList<>();
    for (long seed = 1; seed <= 3; seed++) {
      Network start = architecture(digits).initialize(seed);
      Split data = data(digits, seed);
      Trainer trainer = Trainer.with(OPTIONS.withSeed(seed));
      Method method = PathProx.recommended(LAMBDA).withUnits(UnitTarget.perPair(units));
      double once = accuracy(trainer.train(start, data, method));
      SparsityResult search =
          SparsitySearch.of(UnitTarget.perPair(units))
              .from(LAMBDA)
              .withMethod(PathProx::recommended)
              .train(trainer, start, data);
      double searched = accuracy(search.result());
      differences.add(once - searched);
      String report =
          String.format(
              Locale.ROOT,
              "%d units per pair, seed %d: %.2f %% in one training, %.2f %% with %d units in %d",
              units,
              seed,
              once,
              searched,
              ActiveUnits.of(search.result().network()),
              search.trials().size());
      LOG.info(report);
    }
    double mean = differences.stream().mapToDouble(each -> each).average().orElseThrow();
    assertTrue(mean > -MARGIN, "points above the search: " + differences);
  }
}
