package pathprox.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Valid files of each format, changed at random: each is read, or refused with its name, by an
 * UncheckedIOException or an IllegalArgumentException, within 5 s and 500 MB; and where there is a
 * checksum none is read as another. All of them: {@code ./mvnw test -Pfuzz}, {@code
 * -Dfuzz.files=10000} for fewer, {@code -Dfuzz.seed=2} for others.
 */
class FuzzTest {
  @TempDir private Path folder;

  @Test
  void read_someChangedFiles_areReadOrRefused() throws Exception {
    assertSound(50 * Formats.ALL.size(), 1);
  }

  @Test
  @Tag("fuzz")
  void read_manyChangedFiles_areReadOrRefused() throws Exception {
    assertSound(Integer.getInteger("fuzz.files", 250_000), Integer.getInteger("fuzz.seed", 2));
  }

  private void assertSound(int files, long seed) throws Exception {
    int each = (files - 1) / Formats.ALL.size() + 1;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Tally>> tallies = new ArrayList<>();
    for (Format format : Formats.ALL) {
      Path own = Files.createDirectory(folder.resolve(format.name()));
      tallies.add(threads.submit(() -> Tally.of(format, each, seed, own)));
    }
    threads.shutdown();
    List<String> faults = new ArrayList<>();
    StringBuilder table = new StringBuilder(Tally.HEAD);
    for (Future<Tally> future : tallies) {
      Tally tally = future.get();
      table.append('\n').append(tally);
      tally.faults().forEach(fault -> faults.add(tally + ": " + fault));
      assertEquals(each, tally.mutated());
      assertTrue(tally.refused() > each / 4, "hardly changed: " + tally);
    }
    System.out.println(table);
    assertEquals(List.of(), faults.subList(0, Math.min(20, faults.size())));
  }
}
