package pathprox.benchmark.lasting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.Mnist;
import pathprox.experiment.Lambdas;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepMember;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.parallel.Threads;
import pathprox.training.Saving;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** Times trainings with and without states, and a sweep beside the same members in turn. */
public final class Lasting {
  private static final int ROUNDS = 5;
  private static final int ITERATIONS = 3000;
  private static final int EVERY = 500;
  private static final Network START =
      Architecture.mlp(784, 400, 400, 400, 400, 400, 10).initialize(1, DataType.FLOAT);

  private Lasting() {}

  /**
   * Prints a table.
   *
   * @param arguments none
   * @throws IOException if no folder for the states can be made
   */
  public static void main(String[] arguments) throws IOException {
    Dataset data = Mnist.subset(100).train();
    System.out.println("| work | measured | must | aim |\n| --- | --- | --- | --- |");
    saving(data, PathProx.recommended(1e-4));
    saving(data, new WeightDecay(1e-4).withMomentum(0.9));
    sweep(data);
  }

  /**
   * In turn with and without states. Other work on the machine only makes trainings longer, by more
   * than states do, so the quick ones of both kinds are compared.
   */
  private static void saving(Dataset data, Method method) throws IOException {
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(ITERATIONS).withRecordEvery(ITERATIONS);
    Trainer trainer = Trainer.with(options);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      Path folder = Files.createTempDirectory("lasting");
      Trainer saving = trainer.saving(new Saving(folder, EVERY, Duration.ofDays(1)));
      without.add(seconds(() -> trainer.train(START, data, method)));
      with.add(seconds(() -> saving.train(START, data, method)));
      delete(folder);
    }
    print(
        "a state every %d iterations, %s: cost in %%".formatted(EVERY, method.name()),
        100 * (quick(with) / quick(without) - 1),
        "2",
        ".5");
  }

  private static void sweep(Dataset data) {
    TrainingOptions options = TrainingOptions.defaults().withIterations(300).withRecordEvery(300);
    Sweep sweep =
        Sweep.of(Architecture.mlp(784, 200, 10))
            .withMethods(Lambdas.of(1e-4, 1e-3), PathProx::recommended)
            .withMethods(Lambdas.of(1e-4, 1e-3), WeightDecay::new)
            .withSeeds(1, 2, 3, 4);
    Trainer trainer = Trainer.with(options);
    int threads = Threads.count();
    List<Double> sideBySide = new ArrayList<>();
    List<Double> inTurn = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      sideBySide.add(seconds(() -> sweep.train(trainer, data)));
      Threads.use(1);
      inTurn.add(
          seconds(
              () -> {
                for (SweepMember member : sweep.members(options)) {
                  member.train(trainer, data);
                }
              }));
      Threads.use(threads);
    }
    double gain = median(inTurn) / median(sideBySide);
    print(
        "16 members on %d threads: gain over one after the other".formatted(threads),
        gain,
        "1.8",
        "1.9");
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The lower quartile. */
  private static double quick(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 4);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void print(String what, double measured, String must, String aim) {
    System.out.printf(Locale.ROOT, "| %s | %.2f | %s | %s |%n", what, measured, must, aim);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
