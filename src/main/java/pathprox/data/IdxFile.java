package pathprox.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * An array of unsigned bytes in the IDX format: two zero bytes, the type 8, the number of
 * dimensions, the sizes as 32-bit big-endian numbers, and the values in row order.
 *
 * <p>The format is described at the MNIST page of Y. LeCun. A file may be packed by gzip, which is
 * seen from its first bytes. Nothing is allocated on the word of the header alone.
 *
 * @param shape the size of each dimension
 * @param values in row order
 */
record IdxFile(int[] shape, byte[] values) {
  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int GZIP_MAGIC = 0x1F8B;
  private static final long MOST_VALUES = 1 << 30;
  private static final long UNKNOWN = -1;

  /**
   * Reads a whole file, plain or packed.
   *
   * @throws java.io.UncheckedIOException if it cannot be read or is anything but such an array of
   *     so many dimensions, with path, offset, expected and found
   */
  static IdxFile read(Path path, int dimensions) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, dimensions, Files.size(path));
    } catch (IOException e) {
      throw Checks.unreadable(path.toString(), e);
    }
  }

  /** Reads a stream to its end, which is not closed. */
  static IdxFile read(InputStream in, String where, int dimensions) {
    try {
      return read(in, dimensions, UNKNOWN);
    } catch (IOException e) {
      throw Checks.unreadable(where, e);
    }
  }

  int size(int dimension) {
    return shape[dimension];
  }

  private static IdxFile read(InputStream raw, int dimensions, long length) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP_MAGIC
        ? parse(new GZIPInputStream(in), dimensions, UNKNOWN)
        : parse(in, dimensions, length);
  }

  private static IdxFile parse(InputStream in, int dimensions, long length) throws IOException {
    int offset = 4 + 4 * dimensions;
    byte[] start = in.readNBytes(offset);
    checkMagic(start, dimensions);
    expect(start.length == offset, offset + " header bytes", 0, start.length);
    int[] shape = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      int at = 4 + 4 * i;
      long size = Integer.toUnsignedLong(ByteBuffer.wrap(start).getInt(at));
      long most = MOST_VALUES / count;
      expect(size >= 1 && size <= most, "a size of 1 to " + most, at, size);
      shape[i] = (int) size;
      count *= size;
    }
    boolean fits = length == UNKNOWN || length == offset + count;
    expect(fits, "a file of " + (offset + count) + " bytes", 0, length);
    // Grows with what really arrives, up to the count.
    byte[] values = in.readNBytes((int) count);
    expect(values.length == count, count + " values", offset, values.length);
    expect(in.read() < 0, "the end", offset + count, "more bytes");
    return new IdxFile(shape, values);
  }

  private static void checkMagic(byte[] start, int dimensions) throws IOException {
    int found = start.length < 4 ? -1 : ByteBuffer.wrap(start).getInt();
    int expected = UNSIGNED_BYTES | dimensions;
    String meaning = "0x%08x (%s-d array of unsigned bytes)".formatted(expected, dimensions);
    String bytes = start.length < 4 ? Arrays.toString(start) : "0x%08x".formatted(found);
    expect(found == expected, meaning, 0, bytes);
  }

  private static void expect(boolean holds, String expected, long offset, Object found)
      throws IOException {
    if (!holds) {
      throw new IOException("expected " + expected + " at byte " + offset + ", found " + found);
    }
  }
}
