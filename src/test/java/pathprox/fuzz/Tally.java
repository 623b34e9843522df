package pathprox.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;

/** What became of the changed files of one format. */
final class Tally {
  private static final int VARIANTS = 16;
  private static final long SLOW = 5_000_000_000L;
  private static final long LARGE = 500_000_000L;

  private final Format format;
  private int mutated;
  private int refused;
  private int read;
  private int slow;
  private int large;
  private long slowest;
  private long largest;
  private final List<String> faults = new ArrayList<>();

  private Tally(Format format) {
    this.format = format;
  }

  /** Reads so many files, which a seed fixes. */
  static Tally of(Format format, int count, long seed, Path folder) throws IOException {
    Tally tally = new Tally(format);
    Path file = format.prepare(folder);
    List<byte[]> valid = new ArrayList<>();
    List<List<Object>> contents = new ArrayList<>();
    for (int variant = 0; variant < VARIANTS; variant++) {
      valid.add(format.valid(variant));
      Files.write(file, format.file(valid.get(variant)));
      contents.add(format.read(file));
    }
    for (int i = 0; i < count; i++) {
      Random random = new Random(1_000_003 * (seed + format.name().hashCode()) + i);
      int variant = random.nextInt(VARIANTS);
      byte[] changed = new Mutation(random).of(valid.get(variant));
      Files.write(file, format.file(changed));
      tally.add(file, contents.get(variant), "seed " + seed + ", file " + i);
    }
    return tally;
  }

  private void add(Path file, List<Object> content, String which) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long heap = thread.getCurrentThreadAllocatedBytes();
    long memory = Pointer.physicalBytes();
    long start = System.nanoTime();
    mutated++;
    try {
      List<Object> found = format.read(file);
      read++;
      if (format.hasChecksum() && !found.equals(content)) {
        faults.add(which + ": accepted with another content");
      }
    } catch (UncheckedIOException | IllegalArgumentException e) {
      refused++;
      if (!String.valueOf(e.getMessage()).contains(file.toString())) {
        faults.add(which + ": does not name the file: " + e);
      }
    } catch (Throwable e) {
      faults.add(which + ": " + e);
    }
    slowest = Math.max(slowest, System.nanoTime() - start);
    slow += System.nanoTime() - start > SLOW ? 1 : 0;
    long bytes = thread.getCurrentThreadAllocatedBytes() - heap;
    bytes += Math.max(0, Pointer.physicalBytes() - memory);
    largest = Math.max(largest, bytes);
    large += bytes > LARGE ? 1 : 0;
  }

  int mutated() {
    return mutated;
  }

  int refused() {
    return refused;
  }

  /** Whatever must not be. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    if (slow > 0 || large > 0) {
      all.add(slow + " slow, " + large + " large");
    }
    return all;
  }

  static final String HEAD =
      "format              mutated  refused     read    other     slow    large  slowest  most memory";

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-18s %,8d %,8d %,8d %,8d %,8d %,8d %,5d ms %,9d KB",
        format.name(),
        mutated,
        refused,
        read,
        faults.size(),
        slow,
        large,
        slowest / 1_000_000,
        largest / 1_000);
  }
}
