package pathprox.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.fuzz.Saver.Kind;
import pathprox.io.Checkpoint;
import pathprox.network.Network;

/**
 * A process that is killed while it saves leaves one of the two files, whole, and what it leaves
 * beside it is gone after the next save. {@code -Dfuzz.kills=100} is for fewer kills.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("fuzz.kills", 500);

  @TempDir private Path folder;

  @Test
  void save_killedSometimes_leavesWholeFiles() throws Exception {
    kill(Kind.BYTES, 3, 1);
  }

  @Test
  @Tag("fuzz")
  void save_killedOften_leavesWholeFiles() throws Exception {
    int parts = kill(Kind.BYTES, KILLS, 2);
    assertTrue(parts > KILLS / 10, "hardly a kill within a save: " + parts);
  }

  @Test
  @Tag("fuzz")
  void save_networksKilledOften_leavesWholeNetworks() throws Exception {
    int parts = kill(Kind.NETWORKS, KILLS / 10, 3);
    assertTrue(parts > KILLS / 100, "hardly a kill within a save: " + parts);
  }

  /** Returns after how many kills a part was left. */
  private int kill(Kind kind, int kills, long seed) throws Exception {
    Random random = new Random(seed);
    Path file = folder.resolve("saved");
    int[] found = new int[2];
    int withPart = 0;
    for (int i = 0; i < kills; i++) {
      killOnce(kind, file, random.nextInt(30_000_000));
      found[whole(kind, file)]++;
      withPart += files() > 1 ? 1 : 0;
      kind.save(i % 2, file);
      assertEquals(i % 2, whole(kind, file));
      assertEquals(1, files(), "a part is left after the next save");
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d kills, %d left the first, %d the second, 0 another; %d a part, gone after the next"
            + " save%n",
        kind,
        kills,
        found[0],
        found[1],
        withPart);
    return withPart;
  }

  private static void killOnce(Kind kind, Path file, int nanoseconds) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Saver.class.getName(),
                kind.name(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('x', process.getInputStream().read(), "it could not save");
      TimeUnit.NANOSECONDS.sleep(nanoseconds);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Which of the two it is; anything else fails. */
  private static int whole(Kind kind, Path file) throws IOException {
    if (kind == Kind.BYTES) {
      byte[] bytes = Files.readAllBytes(file);
      int which = bytes[0] - 'a';
      assertTrue(Arrays.equals(Saver.bytes(which), bytes), () -> bytes.length + " bytes");
      return which;
    }
    Network network = Checkpoint.load(file);
    List<Integer> fitting =
        Stream.of(0, 1)
            .filter(i -> Saver.network(i).architecture().equals(network.architecture()))
            .toList();
    assertEquals(1, fitting.size());
    Network expected = Saver.network(fitting.get(0));
    assertEquals(expected.weights(0), network.weights(0));
    assertEquals(expected.bias(1), network.bias(1));
    return fitting.get(0);
  }

  private int files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }
}
