package pathprox.benchmark.paper;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import pathprox.data.Dataset;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.table.HistoryTable;
import pathprox.table.TableFile;
import pathprox.training.LearningRate;
import pathprox.training.Measurement;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/**
 * Trains the networks of the paper's two experiments on MNIST, as long as it does: 100,000
 * iterations on 1,000 images, and 50,000 on 55,000, with λ = 10⁻⁴ and batches of 200. Which 55,000
 * the authors' random numbers chose is not known; here it is the first.
 */
public final class Paper {
  private static final double LAMBDA = 1e-4;
  private static final int TRAINING_IMAGES = 55_000;
  private static final double MOMENTUM = 0.95;

  private Paper() {}

  /** Data, network and the length of a training. */
  private record Experiment(Split data, Architecture architecture, int iterations) {
    static Experiment of(String name) {
      return switch (name) {
        case "subset" ->
            new Experiment(Mnist.subset(100), Architecture.factorizedMlp(784, 400, 3, 10), 100_000);
        case "mnist" -> {
          Split full = Mnist.full();
          Dataset train = full.train().first(TRAINING_IMAGES);
          yield new Experiment(
              new Split(train, full.test()),
              Architecture.mlp(784, 400, 400, 400, 400, 400, 10),
              50_000);
        }
        default ->
            throw new IllegalArgumentException(
                "there is no experiment '%s'; expected subset or mnist".formatted(name));
      };
    }
  }

  /** Prints each record. */
  private record Printed(PrintStream out) implements TrainingListener {
    @Override
    public void begins(TrainingPlan plan) {
      out.printf(Locale.ROOT, "%s: goes on from iteration %d%n", plan.run(), plan.from());
    }

    @Override
    public Verdict records(Measurement row, Supplier<Network> network) {
      out.printf(
          Locale.ROOT,
          "iteration %d: %.0f s, training loss %.4g, objective %.4g, units %d, test accuracy %.4f%n",
          row.iteration(),
          row.seconds(),
          row.train().loss(),
          row.regularity().objective(row.train().loss()),
          row.regularity().totalActiveUnits(),
          row.test().accuracy());
      return Verdict.GO_ON;
    }
  }

  private static Method method(String name) {
    return switch (name) {
      case "decay" -> new WeightDecay(LAMBDA);
      case "momentum" -> new WeightDecay(LAMBDA).withMomentum(MOMENTUM);
      case "published" -> PathProx.of(LAMBDA);
      case "recommended" -> PathProx.recommended(LAMBDA);
      default ->
          throw new IllegalArgumentException(
              "there is no method '%s'; expected decay, momentum, published or recommended"
                  .formatted(name));
    };
  }

  /**
   * Trains, or goes on, and keeps the curve in the folder of the states as {@code
   * EXPERIMENT-METHOD-SEED.csv}, with the iterations where they are not the paper's.
   *
   * @param arguments {@code subset} or {@code mnist}, a folder for the states, the method ({@code
   *     decay}, {@code momentum}, {@code published} or {@code recommended}), the seed, the rate of
   *     the first three, and other iterations; with momentum the rate falls to 0 along half a
   *     cosine, as the recommended method's steps do
   */
  public static void main(String[] arguments) {
    if (arguments.length < 4 || arguments.length < 5 && !arguments[2].equals("recommended")) {
      System.err.println(
          "expected subset|mnist STATES decay|momentum|published|recommended SEED [RATE"
              + " [ITERATIONS]], a rate for the first three, found: "
              + String.join(" ", arguments));
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Experiment experiment = Experiment.of(arguments[0]);
    int iterations =
        arguments.length > 5 ? Integer.parseInt(arguments[5]) : experiment.iterations();
    long seed = Long.parseLong(arguments[3]);
    TrainingOptions options =
        TrainingOptions.defaults()
            .withBatchSize(200)
            .withIterations(iterations)
            .withRecordEvery(iterations / 100)
            .withSeed(seed);
    if (!arguments[2].equals("recommended")) {
      double rate = Double.parseDouble(arguments[4]);
      options =
          arguments[2].equals("momentum")
              ? options.withLearningRate(LearningRate.cosine(rate, 0, iterations, 0))
              : options.withLearningRate(rate);
    }
    TrainingResult result =
        Trainer.with(options)
            .saving(arguments[1])
            .listening(new Printed(out))
            .train(
                experiment.architecture().initialize(seed),
                experiment.data(),
                method(arguments[2]));
    String name = "%s-%s-%s".formatted(arguments[0], arguments[2], seed);
    String length = iterations == experiment.iterations() ? "" : "-" + iterations;
    TableFile.save(HistoryTable.of(result), arguments[1] + "/" + name + length + ".csv");
    out.println(result);
  }
}
