package pathprox.lasting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import pathprox.data.Split;
import pathprox.experiment.Lambdas;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepResult;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Saving;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/** A program that trains in a folder, to be killed. */
final class Worker {
  private static final Network START = Architecture.mlp(6, 40, 40, 2).initialize(3);
  private static final Split DATA = new Split(Problem.data(), Problem.data());
  private static final Method METHOD = PathProx.recommended(1e-3);
  private static final TrainingOptions LONG =
      Problem.options().withIterations(30_000).withRecordEvery(1000);
  private static final TrainingOptions SHORT =
      Problem.options().withIterations(4_000).withRecordEvery(500);
  private static final Sweep SWEEP =
      Sweep.of(Architecture.mlp(6, 20, 2), Architecture.mlp(6, 20, 20, 2))
          .withMethods(Lambdas.of(1e-4, 1e-3, 1e-2, 1e-1), PathProx::recommended)
          .withMethods(new WeightDecay(1e-3), PathProx.of(1e-3))
          .withSeeds(1, 2, 3, 4, 5);

  private Worker() {}

  static TrainingResult train(Trainer trainer) {
    return trainer.withOptions(LONG).train(START, DATA, METHOD);
  }

  static SweepResult sweep(Trainer trainer) {
    return SWEEP.train(trainer.withOptions(SHORT), DATA);
  }

  static Trainer trainer() {
    return Trainer.with(LONG);
  }

  /** Writes a line for each member that was trained to its end. */
  private record Log(Path file) implements TrainingListener {
    private static final ThreadLocal<Boolean> IS_TRAINED = new ThreadLocal<>();

    @Override
    public void begins(TrainingPlan plan) {
      IS_TRAINED.set(plan.from() < plan.iterations());
    }

    @Override
    public void ends(TrainingResult result) {
      if (!IS_TRAINED.get()) {
        return;
      }
      try {
        String line = result.history().run() + result.parameters() + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Tells where the training goes on, and when it has kept a state after that. */
  private static final class Ready implements TrainingListener {
    private int from;

    @Override
    public void begins(TrainingPlan plan) {
      from = plan.from();
      System.out.println(from);
    }

    @Override
    public Verdict steps(int iteration, double batchLoss) {
      if (iteration == from + 3) { // the third waits for the first to be written
        System.out.println("ready");
      }
      return Verdict.GO_ON;
    }
  }

  /** Trains in the folder that it is given, with a state after every step. */
  static final class Training {
    public static void main(String[] arguments) {
      Saving always = new Saving(Path.of(arguments[0]), 1, Duration.ofDays(1));
      train(trainer().saving(always).listening(new Ready()));
    }
  }

  /** Trains in the folder that it is given, with no state for a day. */
  static final class Unsaved {
    public static void main(String[] arguments) {
      Saving never = new Saving(Path.of(arguments[0]), 0, Duration.ofDays(1));
      train(trainer().saving(never).listening(new Ready()));
    }
  }

  /** Trains a sweep in the folder that it is given. */
  static final class Sweeping {
    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      Saving often = Saving.in(folder).everyIterations(500);
      System.out.println("begins");
      sweep(trainer().saving(often).listening(new Log(folder.resolveSibling("log"))));
    }
  }

  /** Starts a program on a folder. */
  static Process start(Class<?> program, Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        List.of(java, "-XX:TieredStopAtLevel=1", "-cp", path, program.getName(), "" + folder);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
