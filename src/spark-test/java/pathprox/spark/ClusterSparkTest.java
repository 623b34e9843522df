package pathprox.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.experiment.MemberRunner;
import pathprox.experiment.SweepResult;
import pathprox.training.Trainer;

/** Executors that are JVMs of their own, and die. */
@Tag("lasting")
class ClusterSparkTest {
  private static final int ITERATIONS = Integer.getInteger("lasting.sparkIterations", 1500);

  @TempDir Path home;

  @Test
  void train_executorKilledAtWork_eachMemberArrivesOnceWithItsBits() throws Exception {
    List<String> lines = driver(true);

    assertEquals(List.of("executors 2", "killed true"), startingWith("executors|killed", lines));
    assertEquals(List.of("lost at work 1"), startingWith("lost", lines));
    assertSameAsHere(lines);
  }

  /** The times are told; what they may be is for a quiet machine. */
  @Test
  void train_sixteenMembers_haveTheBitsOfThisMachine() throws Exception {
    long start = System.nanoTime();
    List<String> lines = driver(false);
    double there = (System.nanoTime() - start) / 1e9;
    double here = assertSameAsHere(lines);

    String found =
        "16 members of %d iterations: %.1f s on local-cluster[2,1,2048] with its start,"
            + " %.1f s here; all bits equal%n";
    System.out.printf(Locale.ROOT, found, ITERATIONS, there, here);
  }

  /** Returns the seconds that the sweep takes here. */
  private double assertSameAsHere(List<String> lines) {
    assertEquals(List.of("members 16 of 16"), startingWith("members", lines));
    Split data = Digits.load().split(0.5, 1);
    Trainer trainer = Trainer.with(Members.options(ITERATIONS));
    long start = System.nanoTime();
    SweepResult here = Members.sweep().train(trainer, data);
    double seconds = (System.nanoTime() - start) / 1e9;
    MemberRunner refusing =
        (members, split, results) -> assertEquals(List.of(), members, "not kept");
    SweepResult kept = Members.sweep().train(trainer.saving(home.resolve("sweep")), data, refusing);
    assertEquals(here.table().print(99), kept.table().print(99));
    for (int i = 0; i < 16; i++) {
      String expected = here.results().get(i).network().fingerprint();
      assertEquals(expected, kept.results().get(i).network().fingerprint());
    }
    return seconds;
  }

  private static List<String> startingWith(String words, List<String> lines) {
    return lines.stream().filter(line -> line.matches("(" + words + ") .*")).toList();
  }

  /** The lines of a driver in a JVM of its own, whose environment alone can be set. */
  private List<String> driver(boolean kills) throws IOException, InterruptedException {
    Files.createDirectory(home.resolve("jars"));
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cluster.class.getName()));
    command.addAll(List.of("" + home.resolve("sweep"), "" + ITERATIONS, "" + kills));
    Path out = home.resolve("out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.redirectError(home.resolve("err").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "the driver still runs");
      assertEquals(0, process.exitValue(), () -> read(home.resolve("err")));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readAllLines(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
