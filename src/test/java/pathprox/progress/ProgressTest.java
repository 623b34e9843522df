package pathprox.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.training.LearningRate;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

class ProgressTest {
  private static final Network START = Problem.factorized(DataType.FLOAT);
  private static final TrainingOptions OPTIONS =
      Problem.options().withIterations(20).withRecordEvery(5);

  /** One list for each output that was opened. */
  private final List<List<ProgressReport>> outputs = new ArrayList<>();

  @BeforeEach
  void show() {
    Progress.show(
        () -> {
          List<ProgressReport> reports = Collections.synchronizedList(new ArrayList<>());
          outputs.add(reports);
          return reports::add;
        });
  }

  @AfterEach
  void hide() {
    Progress.hide();
    Thread.interrupted();
  }

  private static TrainingResult train(TrainingOptions options) {
    return Trainer.with(options).train(START, Problem.data(), PathProx.of(0.01));
  }

  private static TrainingListener telling(CountDownLatch running) {
    return new TrainingListener() {
      @Override
      public Verdict steps(int iteration, double batchLoss) {
        running.countDown();
        return Verdict.GO_ON;
      }
    };
  }

  private static ProgressReport last(List<ProgressReport> reports) {
    return reports.get(reports.size() - 1);
  }

  @Test
  void train_toItsEnd_isSeenEndedWithItsHistory() {
    TrainingResult result = train(OPTIONS);

    ProgressReport end = last(outputs.get(0));
    assertTrue(end.ended());
    assertEquals("completed", end.state());
    assertEquals("PathProx λ=0.01", end.task());
    assertEquals(20, end.iteration());
    assertEquals(1, end.share());
    assertEquals(
        result.history().measurements().stream().map(result.history()::objective).toList(),
        end.points().stream().map(ProgressReport.Point::objective).toList());
    ProgressReport.Point last = end.points().get(4);
    assertEquals(result.history().last().train().loss(), last.trainingLoss());
    assertEquals(result.history().last().regularity().activeUnits(), last.activeUnits());
    assertEquals(1, outputs.get(0).stream().filter(ProgressReport::ended).count());
  }

  @Test
  void train_shown_givesTheSameResult() {
    TrainingResult shown = train(OPTIONS);
    Progress.hide();
    TrainingResult hidden = train(OPTIONS);

    assertEquals(hidden.network().weights(0), shown.network().weights(0));
    assertEquals(1, outputs.size());
  }

  @Test
  void train_twice_hasTwoOutputs() {
    train(OPTIONS);
    train(OPTIONS.withIterations(10));

    assertEquals(List.of(20, 10), outputs.stream().map(each -> last(each).iteration()).toList());
  }

  @Test
  void train_badArguments_opensNothing() {
    Trainer trainer = Trainer.with(OPTIONS);
    assertThrows(
        IllegalArgumentException.class,
        () -> trainer.train(START, Problem.data().first(0), PathProx.of(0.01)));
    assertEquals(0, outputs.size());
  }

  @Test
  void train_diverging_isSeenEnded() {
    TrainingOptions exploding =
        OPTIONS.withLearningRate(LearningRate.stepped(0.1, 1e200, 10)).withRecordEvery(5);
    assertThrows(TrainingDivergedException.class, () -> train(exploding));

    assertEquals("diverged", last(outputs.get(0)).state());
  }

  @Test
  void train_anErrorEndsIt_isSeenAsFailed() {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public Verdict steps(int iteration, double batchLoss) {
            throw new UnsupportedOperationException();
          }
        };
    Trainer trainer = Trainer.with(OPTIONS).listening(failing);
    assertThrows(
        UnsupportedOperationException.class,
        () -> trainer.train(START, Problem.data(), PathProx.of(0.01)));

    assertEquals("failed", last(outputs.get(0)).state());
  }

  @Test
  void interrupt_ofTheTrainingThread_isDrawnBeforeTheCallReturns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<TrainingResult> result = new AtomicReference<>();
    Thread trains =
        new Thread(
            () ->
                result.set(
                    Trainer.with(OPTIONS.withIterations(Integer.MAX_VALUE).withRecordEvery(100))
                        .listening(telling(running))
                        .train(START, Problem.data(), new WeightDecay(0.01))));
    trains.start();
    running.await();

    trains.interrupt();
    List<ProgressReport> drawn = List.copyOf(outputs.get(0));
    trains.join();

    assertEquals("interrupted", last(drawn).state());
    assertEquals(drawn, outputs.get(0), "nothing is drawn after it");
    assertEquals(Outcome.INTERRUPTED, result.get().outcome());
    assertTrue(result.get().iterations() - last(drawn).iteration() <= 2);
  }

  /** A channel on the training's own thread would wait for the interruption, which waits for it. */
  @Test
  void interrupt_ofATrainingThatSaves_returnsSoon(@TempDir Path folder) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Trainer trainer =
        Trainer.with(OPTIONS.withIterations(Integer.MAX_VALUE).withRecordEvery(100))
            .saving(folder)
            .listening(telling(running));
    Thread trains = new Thread(() -> trainer.train(START, Problem.data(), new WeightDecay(0.01)));
    trains.start();
    running.await();

    assertTimeout(Duration.ofSeconds(5), trains::interrupt);
    trains.join();
    assertEquals("interrupted", last(outputs.get(0)).state());
  }

  /** A notebook's next cell reads the variable as soon as the call has returned. */
  @Test
  void interrupt_ofTheTrainingThread_returnsWhenTheStepUnderWayHasEnded() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Thread trains =
        new Thread(
            () -> {
              try (Progress progress = Progress.of("long steps", 1)) {
                progress.begins("long steps", 0, 10);
                running.countDown();
                while (!Thread.interrupted()) {
                  Thread.onSpinWait();
                }
                long end = System.nanoTime() + 300_000_000;
                while (System.nanoTime() < end) {
                  Thread.onSpinWait();
                }
                ended.set(true);
              }
            });
    trains.start();
    running.await();

    trains.interrupt();

    assertTrue(ended.get());
    trains.join();
  }

  @Test
  void interrupt_byTheTrainingThreadItself_waitsForNothingAndIsDrawn() {
    try (Progress progress = Progress.of("a training", 1)) {
      progress.begins("a training", 0, 10);
      assertTimeout(Duration.ofSeconds(5), () -> Thread.currentThread().interrupt());
      progress.ends("interrupted", Optional.empty());
    }
    assertEquals("interrupted", last(outputs.get(0)).state());
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
  }

  @Test
  void train_onAnInterruptedThread_endsBeforeItsFirstStep() {
    Thread.currentThread().interrupt();
    TrainingResult result = train(OPTIONS);

    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(0, result.iterations());
    assertEquals(START.weights(0), result.network().weights(0));
    assertEquals("interrupted", last(outputs.get(0)).state());
    assertTrue(result.toString().contains("interrupted after 0 iterations"), result.toString());
  }

  @Test
  void train_displayThatFails_goesOn() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    RuntimeException failure = new IllegalStateException("no display");
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> seen.set(error));
    try {
      Progress.show(
          () ->
              report -> {
                throw failure;
              });
      assertEquals(Outcome.COMPLETED, train(OPTIONS).outcome());
      assertSame(failure, seen.get());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void train_ended_leavesNoThread() {
    train(OPTIONS);
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().equals("pathprox progress")));
  }

  @Test
  void task_ofSeveralTrainings_countsThem() {
    try (Progress progress = Progress.of("a task", 3)) {
      Trainer trainer = Trainer.with(OPTIONS).listening(progress);
      trainer.train(START, Problem.data(), PathProx.of(0.01));
      trainer.train(START, Problem.data(), PathProx.of(0.02));
    }

    assertEquals(1, outputs.size());
    ProgressReport end = last(outputs.get(0));
    assertEquals("a task", end.task());
    assertEquals(2, end.training());
    assertEquals(2 / 3.0, end.share(), 1e-12);
    assertEquals("PathProx λ=0.02", end.run());
  }

  @Test
  void of_noTrainings_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Progress.of("nothing", 0));
  }
}
