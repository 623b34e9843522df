package pathprox.lasting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.parallel.Threads;
import pathprox.training.Outcome;
import pathprox.training.Saving;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

/**
 * A training that is cut anywhere, in any way, ends with the bits of one that was not. {@code
 * -Dlasting.cuts=1000} is for more cuts.
 */
class CutPointTest {
  private static final int CUTS = Integer.getInteger("lasting.cuts", 200);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final int THREADS = Threads.count();

  @TempDir private Path folder;

  /** How a training is cut. */
  private enum Cut {
    /** By its listener, after which a state is kept. */
    STOP,
    /** By an interruption, after which a state is kept. */
    INTERRUPT,
    /** By an exception, as by a power cut: the last state is some iterations old. */
    EXCEPTION
  }

  /** Cuts a training after some iteration. */
  private record Cutter(Cut cut, int at) implements TrainingListener {
    @Override
    public Verdict steps(int iteration, double batchLoss) {
      if (iteration < at || cut == Cut.STOP) {
        return iteration < at ? Verdict.GO_ON : Verdict.STOP;
      }
      if (cut == Cut.EXCEPTION) {
        throw new UnsupportedOperationException("a power cut");
      }
      Thread.currentThread().interrupt();
      return Verdict.GO_ON;
    }
  }

  @AfterEach
  void useAllThreads() {
    Threads.use(THREADS);
  }

  @Test
  void resume_someCutPoints_givesTheSameBits() {
    resume(Endurance.kinds(), 1);
  }

  @Test
  @Tag("lasting")
  void resume_manyCutPoints_givesTheSameBits() {
    resume(CUTS, 2);
  }

  private void resume(int cuts, long seed) {
    Random random = new Random(seed);
    Map<Cut, Integer> counts = new EnumMap<>(Cut.class);
    Map<Outcome, Integer> outcomes = new TreeMap<>();
    int made = 0;
    for (int kind = 0; made < cuts; kind++) {
      Endurance training = Endurance.of(kind, random);
      Threads.use(1 + random.nextInt(THREADS));
      TrainingResult whole = training.run(training.trainer());
      outcomes.merge(whole.outcome(), 1, Integer::sum);
      Saving saving = new Saving(folder.resolve("training " + kind), 1 + random.nextInt(30), NEVER);
      Trainer trainer = training.trainer().saving(saving);
      int at = 0;
      for (int cutsLeft = 1 + random.nextInt(3); cutsLeft > 0; cutsLeft--) {
        at += 1 + random.nextInt(Endurance.ITERATIONS / 2);
        Cut cut = Cut.values()[random.nextInt(3)];
        Threads.use(1 + random.nextInt(THREADS));
        cut(training, trainer.listening(new Cutter(cut, at)));
        counts.merge(cut, 1, Integer::sum);
        made++;
      }
      Endurance.assertSame(whole, training.run(trainer), training.toString());
      Endurance.assertSame(whole, training.run(trainer), "read again: " + training);
    }
    assertEquals(Cut.values().length, counts.size());
    String found = "resumed after %d cuts, %s, all bits equal; ended %s%n";
    System.out.printf(Locale.ROOT, found, made, counts, outcomes);
  }

  private static void cut(Endurance training, Trainer trainer) {
    try {
      training.run(trainer);
    } catch (UnsupportedOperationException e) {
      assertEquals("a power cut", e.getMessage());
    }
    Thread.interrupted();
  }
}
