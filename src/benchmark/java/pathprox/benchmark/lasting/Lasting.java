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
  private static final int OFTENER = 25;
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
   * Five states in seven seconds are lost in the noise of two trainings. So states are kept {@value
   * #OFTENER} times as often, and what is written once, start and result, is timed by trainings of
   * one step.
   */
  private static void saving(Dataset data, Method method) throws IOException {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> once = new ArrayList<>();
    Trainer trainer = trainer(ITERATIONS);
    for (int round = 0; round < ROUNDS; round++) {
      without.add(seconds(() -> trainer.train(START, data, method)));
      with.add(secondsSaving(trainer, data, method));
      for (int i = 0; i < ROUNDS; i++) {
        double bare = seconds(() -> trainer(1).train(START, data, method));
        once.add(secondsSaving(trainer(1), data, method) - bare);
      }
    }
    double whole = median(without);
    int states = ITERATIONS * OFTENER / EVERY - 1; // none at the end
    double state = (median(with) - whole - median(once)) / states;
    print(method.name() + ": ms for a state", 1000 * state, "", "");
    print(method.name() + ": ms for start and result", 1000 * median(once), "", "");
    double cost = 100 * (median(once) + (ITERATIONS / EVERY - 1) * state) / whole;
    print(
        "%s, %d iterations, a state every %d: cost in %%"
            .formatted(method.name(), ITERATIONS, EVERY),
        cost,
        "2",
        ".5");
  }

  private static Trainer trainer(int iterations) {
    return Trainer.with(
        TrainingOptions.defaults().withIterations(iterations).withRecordEvery(iterations));
  }

  private static double secondsSaving(Trainer trainer, Dataset data, Method method)
      throws IOException {
    Path folder = Files.createTempDirectory("lasting");
    Saving saving = new Saving(folder, EVERY / OFTENER, Duration.ofDays(1));
    double seconds = seconds(() -> trainer.saving(saving).train(START, data, method));
    delete(folder);
    return seconds;
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
