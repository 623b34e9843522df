package pathprox.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.data.Digits;
import pathprox.data.Split;

/** Executors that are JVMs of their own, and die. */
@Tag("lasting")
class ClusterSparkTest {
  private static final int MEMBERS = 8;
  private static final int ITERATIONS = 1500;

  @TempDir Path home;

  @Test
  void run_executorKilledAtWork_eachMemberArrivesOnceWithItsBits() throws Exception {
    List<String> lines = driver();

    assertEquals(List.of("executors 2", "killed true"), startingWith("executors|killed", lines));
    assertEquals(List.of("lost at work 1"), startingWith("lost", lines));
    Split data = Digits.load().split(0.5, 1);
    List<Member> members = Member.several(MEMBERS, ITERATIONS);
    List<String> expected =
        IntStream.range(0, MEMBERS)
            .mapToObj(i -> "member " + i + " " + bits(members.get(i), data))
            .toList();
    assertEquals(expected, startingWith("member|failed", lines).stream().sorted().toList());
  }

  private static List<String> bits(Member member, Split data) {
    return LocalSparkTest.bits(Member.train(member, data));
  }

  private static List<String> startingWith(String words, List<String> lines) {
    return lines.stream().filter(line -> line.matches("(" + words + ") .*")).toList();
  }

  /** The lines of a driver in a JVM of its own, whose environment alone can be set. */
  private List<String> driver() throws IOException, InterruptedException {
    Files.createDirectory(home.resolve("jars"));
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cluster.class.getName()));
    command.addAll(List.of(MEMBERS + "", ITERATIONS + ""));
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
