package pathprox.lasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pathprox.experiment.SweepResult;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

/**
 * Programs that are killed at any time and started again end with the bits of one that was not.
 * {@code -Dlasting.kills=300} and {@code -Dlasting.sweepKills=20} are how often.
 */
class KilledTrainingTest {
  private static final int KILLS = Integer.getInteger("lasting.kills", 300);
  private static final int SWEEP_KILLS = Integer.getInteger("lasting.sweepKills", 20);

  @TempDir private Path folder;

  @Test
  @Tag("lasting")
  void train_killed_goesOnFromTheNewestState() throws Exception {
    Random random = new Random(7);
    int before = 0;
    int lost = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = Worker.start(Worker.Training.class, folder.resolve("runs"));
      int from;
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        from = Integer.parseInt(lines.readLine());
        assertEquals("ready", lines.readLine());
        process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
      }
      lost += from < before ? 1 : 0;
      before = newest();
    }
    assertTrue(before > KILLS, "hardly a step was made: " + before);
    TrainingResult resumed = Worker.train(Worker.trainer().saving(folder.resolve("runs")));
    Endurance.assertSame(Worker.train(Worker.trainer()), resumed, "after " + KILLS + " kills");
    assertEquals(0, lost, "states lost");
    String found =
        "a training killed %d times, the last one after iteration %d: 0 states lost,"
            + " all bits equal%n";
    System.out.printf(Locale.ROOT, found, KILLS, before);
  }

  /** As by Ctrl-C, or by the system that goes down. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signal but the one that kills")
  void train_programToldToEnd_keepsItsState() throws Exception {
    Process process = Worker.start(Worker.Unsaved.class, folder.resolve("runs"));
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("0", lines.readLine());
      assertEquals("ready", lines.readLine());
      process.destroy();
      process.waitFor();
    }
    assertTrue(newest() > 0, "no state was kept");
  }

  /** The iteration of the newest state, 0 if there is none. */
  private int newest() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("state-\\d+\\.safetensors"))
          .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }

  @Test
  @Tag("lasting")
  void sweep_killed_endsAsInOneGo() throws Exception {
    Random random = new Random(8);
    Path night = folder.resolve("night");
    int kills = 0;
    boolean isDone = false;
    while (!isDone) {
      Process process = Worker.start(Worker.Sweeping.class, night);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.readLine();
        int milliseconds = 500 + random.nextInt(1500);
        isDone = kills >= SWEEP_KILLS || process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        if (isDone) {
          assertEquals(0, process.waitFor());
        } else {
          process.destroyForcibly().waitFor();
          kills++;
        }
      }
    }
    List<String> trained = Files.readAllLines(folder.resolve("log"));
    SweepResult kept = Worker.sweep(Worker.trainer().saving(night));
    SweepResult whole = Worker.sweep(Worker.trainer());
    assertEquals(60, kept.results().size());
    for (int i = 0; i < 60; i++) {
      Endurance.assertSame(whole.results().get(i), kept.results().get(i), "member " + i);
    }
    assertEquals(text(whole.table()), text(kept.table()));
    assertEquals(trained.size(), Set.copyOf(trained).size(), "members trained twice");
    System.out.printf(
        Locale.ROOT,
        "a sweep of 60 members killed %d times: 0 lost, 0 trained twice, all bits and the table"
            + " equal%n",
        kills);
  }

  private static String text(Table table) {
    return table.print(Integer.MAX_VALUE);
  }
}
