package pathprox.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A tar archive that is packed by gzip: blocks of 512 bytes, a header before the bytes of each file
 * (IEEE Std 1003.1, "pax", ustar interchange format).
 *
 * <p>Nothing is written to disk, so the folders of its names do not matter. Nothing is allocated on
 * the word of a header alone.
 */
final class TarGz {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE_AT = 156;

  private TarGz() {}

  /**
   * {@return the bytes of each file of {@code archive} that has one of the {@code names}, which
   * have no folders, and at most {@code mostBytes}, by its name}
   *
   * @throws java.io.UncheckedIOException if it cannot be read, is damaged or of another format,
   *     with path, offset, expected and found
   */
  static Map<String, byte[]> read(Path archive, Collection<String> names, int mostBytes) {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream in = Files.newInputStream(archive);
        InputStream unpacked = new GZIPInputStream(new BufferedInputStream(in))) {
      long offset = 0;
      byte[] header = content(unpacked, BLOCK, offset);
      while (!isEnd(header)) {
        checkSum(header, offset);
        long size = octal(header, SIZE_AT, SIZE_LENGTH, offset);
        String name = name(header);
        offset += BLOCK;
        if (isFile(header) && names.contains(name)) {
          expect(size <= mostBytes, "at most " + mostBytes + " bytes of " + name, offset, size);
          files.put(name, content(unpacked, (int) size, offset));
        } else {
          unpacked.skipNBytes(size);
        }
        long padding = Math.floorMod(-size, BLOCK);
        unpacked.skipNBytes(padding);
        offset += size + padding;
        header = content(unpacked, BLOCK, offset);
      }
      return files;
    } catch (EOFException e) {
      throw Checks.unreadable(archive.toString(), new IOException("the archive is cut short", e));
    } catch (IOException e) {
      throw Checks.unreadable(archive.toString(), e);
    }
  }

  /** Grows with what really arrives, up to the size. */
  private static byte[] content(InputStream in, int size, long offset) throws IOException {
    byte[] content = in.readNBytes(size);
    expect(content.length == size, size + " bytes", offset, content.length);
    return content;
  }

  private static boolean isEnd(byte[] header) {
    return Arrays.equals(header, new byte[BLOCK]);
  }

  /** The sum of the header's bytes, those of the sum itself counted as spaces. */
  private static void checkSum(byte[] header, long offset) throws IOException {
    int sum = ' ' * CHECKSUM_LENGTH;
    for (int i = 0; i < BLOCK; i++) {
      boolean isOfSum = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
      sum += isOfSum ? 0 : Byte.toUnsignedInt(header[i]);
    }
    long stated = octal(header, CHECKSUM_AT, CHECKSUM_LENGTH, offset);
    expect(sum == stated, "a tar header with checksum " + sum, offset, stated);
  }

  private static boolean isFile(byte[] header) {
    return header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
  }

  private static String name(byte[] header) {
    String path = text(header, 0, NAME_LENGTH);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static long octal(byte[] header, int at, int length, long offset) throws IOException {
    String digits = text(header, at, length).strip();
    expect(digits.matches("[0-7]{1,11}"), "a tar header, octal digits", offset + at, digits);
    return Long.parseLong(digits, 8);
  }

  /** Up to the first zero byte. */
  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private static void expect(boolean holds, String expected, long offset, Object found)
      throws IOException {
    if (!holds) {
      throw new IOException(
          "expected " + expected + " at unpacked byte " + offset + ", found '" + found + "'");
    }
  }
}
