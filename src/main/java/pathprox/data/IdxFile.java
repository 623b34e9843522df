package pathprox.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import pathprox.io.BadFile;

/**
 * An array of unsigned bytes in the IDX format: two zero bytes, the type 8, the number of
 * dimensions, the sizes as 32-bit big-endian numbers, and the values in row order, as the MNIST
 * page of Y. LeCun describes it. Nothing is allocated on the word of the header alone, and at most
 * 2³⁰ values are read, however small a packed file is.
 */
record IdxFile(String where, int[] shape, byte[] values) {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final long MOST_VALUES = 1 << 30;

  /** Reads a whole file, packed by gzip or not; errors say path, offset, expected and found. */
  static IdxFile read(Path path, int dimensions) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString(), dimensions);
    } catch (IOException e) {
      throw BadFile.unreadable(path, e);
    }
  }

  /** Reads a stream to its end, which is not closed. */
  static IdxFile read(InputStream raw, String where, int dimensions) {
    BufferedInputStream in = new BufferedInputStream(raw);
    try {
      in.mark(2);
      int magic = in.read() << 8 | in.read();
      in.reset();
      return parse(magic == GzipStream.MAGIC ? new GzipStream(in) : in, where, dimensions);
    } catch (IOException e) {
      throw BadFile.unreadable(where, e);
    }
  }

  /** Refuses what the file holds unless a condition holds, with its name. */
  void require(boolean holds, String format, Object... found) {
    try {
      BadFile.unless(holds, format, found);
    } catch (IOException e) {
      throw BadFile.unreadable(where, e);
    }
  }

  private static IdxFile parse(InputStream in, String where, int dimensions) throws IOException {
    int offset = 4 + 4 * dimensions;
    byte[] start = in.readNBytes(offset);
    ByteBuffer header = ByteBuffer.wrap(start);
    int expected = UNSIGNED_BYTES | dimensions;
    boolean isShort = start.length < 4;
    BadFile.unless(
        !isShort && header.getInt() == expected,
        "expected 0x%08x (%s-d array of unsigned bytes) at byte 0, found %s",
        expected,
        dimensions,
        isShort ? Arrays.toString(start) : "0x%08x".formatted(header.getInt(0)));
    expect(start.length == offset, offset + " header bytes", 0, start.length);
    int[] shape = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      long size = Integer.toUnsignedLong(header.getInt());
      long most = MOST_VALUES / count;
      expect(size >= 1 && size <= most, "a size of 1 to " + most, 4 + 4 * i, size);
      shape[i] = (int) size;
      count *= size;
    }
    // Grows with what really arrives, up to the count.
    byte[] values = in.readNBytes((int) count);
    expect(values.length == count, count + " values", offset, values.length);
    expect(in.read() < 0, "the end", offset + count, "more bytes");
    return new IdxFile(where, shape, values);
  }

  private static void expect(boolean holds, String expected, long offset, Object found)
      throws IOException {
    BadFile.unless(holds, "expected %s at byte %s, found %s", expected, offset, found);
  }
}
