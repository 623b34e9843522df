package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with mistakes are read or refused by name, soon and without much memory; {@code -Pfuzz}
 * runs it on many, as many as {@code -Dfuzz.files} says.
 */
class CsvFuzzTest {
  private static final long MOST_NANOSECONDS = 5_000_000_000L;
  private static final long MOST_BYTES = 500_000_000;
  private static final int[] SIGNS = {'"', '\n', '\r', ',', ';', '\t', ' ', '.', '-', 'e', 0, 0xFF};

  @TempDir private Path folder;

  private int read;
  private int refused;
  private long longest;
  private long mostBytes;

  @Test
  void read_someFilesWithMistakes_areReadOrRefused() throws IOException {
    fuzz(400, 1);

    assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
  }

  @Tag("fuzz")
  @Test
  void read_manyFilesWithMistakes_areReadOrRefused() throws IOException {
    fuzz(Integer.getInteger("fuzz.files", 50_000), 2);

    System.out.printf(
        "CSV files with mistakes: %s read, %s refused, the longest took %s ms, the largest %s MB%n",
        read, refused, longest / 1_000_000, mostBytes / 1_000_000);
  }

  private void fuzz(int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> files = files();
    for (int i = 0; i < count; i++) {
      byte[] bytes = files.get(i % files.size());
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes = changed(bytes, random);
      }
      Path path = Files.write(folder.resolve("mistakes.csv"), bytes);
      judge(path, random, "file " + i + " of seed " + seed);
    }
  }

  private static List<byte[]> files() throws IOException {
    String plain = "name,x,n,day,ok\na,1.5,2,2020-01-31,true\n\"b, c\",-2e-3,7,,false\n".repeat(3);
    String german = "name;x;y\nMüller;1,5;1.234,5\n\"O\"\"Hara\";-0,25;\n#a;?;12.000\n";
    String aligned =
        "18.0   8   307.0   3504.\t\"chevrolet chevelle\"\n15.0   8   ?   3693.\t\"b\"\n";
    String lines = "\"a\nb\",\"\"\"q\"\"\"\r\n1,\"x\r\ny\"\r\n,2\r\n\r\n";
    String wide = "x,".repeat(300) + "y\n" + "0.123456789012345678,".repeat(300) + "NA\n";
    return List.of(
        plain.getBytes(StandardCharsets.UTF_8),
        german.getBytes(StandardCharsets.UTF_8),
        german.getBytes(Charset.forName("windows-1252")),
        ("\uFEFF" + german).getBytes(StandardCharsets.UTF_16LE),
        aligned.getBytes(StandardCharsets.UTF_8),
        lines.getBytes(StandardCharsets.UTF_8),
        wide.getBytes(StandardCharsets.UTF_8),
        packed(plain.repeat(20).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] before, Random random) {
    int length = before.length;
    int at = random.nextInt(length + 1);
    byte sign = (byte) SIGNS[random.nextInt(SIGNS.length)];
    return switch (random.nextInt(7)) {
      case 0 -> replaced(before, at, (byte) random.nextInt(256));
      case 1 -> replaced(before, at, sign);
      case 2 -> joined(Arrays.copyOf(before, at), new byte[] {sign}, tail(before, at));
      case 3 -> Arrays.copyOf(before, at);
      case 4 -> joined(Arrays.copyOf(before, at), tail(before, random.nextInt(length + 1)));
      case 5 -> joined(before, before);
      default -> joined(Arrays.copyOf(before, at), run(sign, random), tail(before, at));
    };
  }

  private static byte[] replaced(byte[] before, int at, byte by) {
    byte[] after = before.clone();
    if (at < after.length) {
      after[at] = by;
    }
    return after;
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] run(byte sign, Random random) {
    byte[] run = new byte[1 << random.nextInt(18)];
    Arrays.fill(run, sign);
    return run;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  private void judge(Path path, Random random, String which) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      CsvFile file = CsvFile.read(path, options(random));
      file.table().columns().forEach(each -> assertEquals(file.table().rowCount(), each.size()));
      assertTrue(!file.toString().isBlank() && !file.notes().isEmpty(), which);
      read++;
    } catch (UncheckedIOException | IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith(path.toString()), which + ": " + e);
      refused++;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(which, e);
    }
    longest = Math.max(longest, System.nanoTime() - start);
    mostBytes = Math.max(mostBytes, threads.getCurrentThreadAllocatedBytes() - bytes);
    assertTrue(longest < MOST_NANOSECONDS, which + ": " + longest + " ns");
    assertTrue(mostBytes < MOST_BYTES, which + ": " + mostBytes + " bytes");
  }

  private static CsvOptions options(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> CsvOptions.guess().withoutHeader();
      case 1 -> CsvOptions.guess().withSeparator(';').withDecimalComma();
      case 2 -> CsvOptions.guess().withSeparator(' ');
      default -> CsvOptions.guess();
    };
  }
}
