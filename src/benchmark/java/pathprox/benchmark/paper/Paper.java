package pathprox.benchmark.paper;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import pathprox.benchmark.PrintedRecords;
import pathprox.data.Dataset;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.network.Architecture;
import pathprox.plot.SignificantDigits;
import pathprox.table.HistoryTable;
import pathprox.table.TableFile;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Trains the networks of the paper's two experiments on MNIST, as long as it does: 100,000
 * iterations on 1,000 images, and 50,000 on 55,000, with λ = 10⁻⁴ and batches of 200. Which 55,000
 * the authors' random numbers chose is not known; here it is the first.
 */
public final class Paper {
  private static final int TRAINING_IMAGES = 55_000;
  private static final SignificantDigits DIGITS = new SignificantDigits(6);
  private static final String[] COLUMNS = {
    "run",
    "method",
    "lambda",
    "seed",
    "schedule",
    "iteration",
    "train_loss",
    "objective",
    "path_norm",
    "active_units",
    "active_1",
    "active_2",
    "active_3",
    "strong_units",
    "train_accuracy",
    "test_accuracy"
  };

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

  /**
   * Trains, or goes on, and keeps the curve in the folder of the states as {@code
   * EXPERIMENT-METHOD-SEED.csv}, with the iterations where they are not the paper's, and all curves
   * of this length in {@code paper-EXPERIMENT.csv}, with the iterations likewise.
   *
   * @param arguments {@code subset} or {@code mnist}, a folder for the states, the method ({@code
   *     decay}, {@code momentum}, {@code cosine}, {@code published} or {@code recommended}), the
   *     seed, the rate of all but the last one, and other iterations; {@code cosine} is momentum
   *     with a rate that falls to 0 along half a cosine, as the recommended method's steps do
   */
  public static void main(String[] arguments) {
    if (arguments.length < 4 || arguments.length < 5 && Candidate.of(arguments[2]).hasRate()) {
      System.err.println(
          "expected subset|mnist STATES %s SEED [RATE [ITERATIONS]], a rate for all but the last"
                  .formatted(Candidate.words())
              + " method, found: "
              + String.join(" ", arguments));
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Experiment experiment = Experiment.of(arguments[0]);
    Candidate candidate = Candidate.of(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    int iterations =
        arguments.length > 5 ? Integer.parseInt(arguments[5]) : experiment.iterations();
    TrainingOptions options =
        TrainingOptions.defaults()
            .withBatchSize(200)
            .withIterations(iterations)
            .withRecordEvery(iterations / 100)
            .withSeed(seed);
    if (candidate.hasRate()) {
      options = candidate.scheduled(options, Double.parseDouble(arguments[4]));
    }
    TrainingResult result =
        Trainer.with(options)
            .saving(arguments[1])
            .listening(new PrintedRecords(out, "iteration", 1, "units"))
            .train(
                experiment.architecture().initialize(seed), experiment.data(), candidate.method());
    String name = "%s-%s-%s".formatted(arguments[0], candidate.word(), seed);
    String length = iterations == experiment.iterations() ? "" : "-" + iterations;
    Path folder = Path.of(arguments[1]);
    TableFile.save(brief(result, candidate), folder.resolve(name + length + ".csv"));
    join(folder, arguments[0], length);
    out.println(result);
  }

  /** What the notebook draws, with six digits, as more depend on the processor. */
  private static Table brief(TrainingResult result, Candidate candidate) {
    Table brief = HistoryTable.of(result).selectColumns(COLUMNS);
    candidate
        .title()
        .map(title -> Collections.nCopies(brief.rowCount(), title))
        .ifPresent(all -> brief.replaceColumn("method", StringColumn.create("method", all)));
    for (Column<?> column : List.copyOf(brief.columns())) {
      if (column instanceof DoubleColumn numbers) {
        brief.replaceColumn(
            column.name(), numbers.map(it -> Double.parseDouble(DIGITS.format(it))));
      }
    }
    return brief;
  }

  /** All curves of an experiment that have this length, in one file. */
  private static void join(Path folder, String experiment, String length) {
    Table joined = null;
    for (Candidate candidate : Candidate.values()) {
      for (int seed = 0; seed < 100; seed++) {
        Path file =
            folder.resolve("%s-%s-%s%s.csv".formatted(experiment, candidate.word(), seed, length));
        if (Files.exists(file)) {
          Table curve = TableFile.load(file.toString());
          joined = joined == null ? curve : joined.append(curve);
        }
      }
    }
    if (joined != null) {
      TableFile.save(joined, folder.resolve("paper-" + experiment + length + ".csv"));
    }
  }
}
