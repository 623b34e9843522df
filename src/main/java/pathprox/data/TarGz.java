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
import pathprox.io.BadFile;

/**
 * A tar archive that is packed by gzip: blocks of 512 bytes, a header before the bytes of each file
 * (IEEE Std 1003.1, "pax", ustar interchange format), and zeros at the end. Nothing is written to
 * disk, so the folders of its names do not matter, and nothing is allocated on the word of a header
 * alone. It is read to its very end, where its checksum stands.
 */
final class TarGz {
  private static final int BLOCK = 512;

  private TarGz() {}

  /**
   * Reads the files that have one of the names, which have no folders, out of an archive of at most
   * so many bytes unpacked; errors say path, offset, expected and found.
   */
  static Map<String, byte[]> read(Path archive, Collection<String> names, long mostBytes) {
    Map<String, byte[]> files = new HashMap<>();
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
        InputStream in = new GzipStream(packed)) {
      long offset = 0;
      byte[] header = content(in, BLOCK, offset);
      while (!Arrays.equals(header, new byte[BLOCK])) {
        checkSum(header, offset);
        long size = octal(header, 124, 12, offset);
        String name = text(header, 0, 100).replaceFirst(".*/", "");
        boolean isFile = header[156] == '0' || header[156] == 0;
        offset += BLOCK;
        long left = mostBytes - offset;
        expect(size <= left, "at most " + left + " bytes of '" + name + "'", offset, size);
        if (isFile && names.contains(name)) {
          boolean isNew = files.put(name, content(in, (int) size, offset)) == null;
          expect(isNew, "one file of a name", offset, name);
        } else {
          in.skipNBytes(size);
        }
        long padding = Math.floorMod(-size, BLOCK);
        in.skipNBytes(padding);
        offset += size + padding;
        header = content(in, BLOCK, offset);
      }
      readEnd(in, offset + BLOCK, mostBytes);
      return files;
    } catch (EOFException e) {
      throw BadFile.unreadable(archive, new IOException("the archive is cut short", e));
    } catch (IOException e) {
      throw BadFile.unreadable(archive, e);
    }
  }

  /** Whole blocks of zeros. */
  private static void readEnd(InputStream in, long from, long mostBytes) throws IOException {
    long offset = from;
    byte[] block = in.readNBytes(BLOCK);
    while (block.length > 0) {
      expect(Arrays.equals(block, new byte[BLOCK]), "zeros up to the end", offset, "other bytes");
      offset += BLOCK;
      expect(offset <= mostBytes, "the end", offset, "more bytes");
      block = in.readNBytes(BLOCK);
    }
  }

  /** Grows with what really arrives, up to the size. */
  private static byte[] content(InputStream in, int size, long offset) throws IOException {
    byte[] content = in.readNBytes(size);
    expect(content.length == size, size + " bytes", offset, content.length);
    return content;
  }

  /** The sum of the header's bytes, those of the sum itself counted as spaces. */
  private static void checkSum(byte[] header, long offset) throws IOException {
    byte[] summed = header.clone();
    Arrays.fill(summed, 148, 156, (byte) ' ');
    int sum = new String(summed, StandardCharsets.ISO_8859_1).chars().sum();
    long stated = octal(header, 148, 8, offset);
    expect(sum == stated, "a tar header with checksum " + sum, offset, stated);
  }

  private static long octal(byte[] header, int at, int length, long offset) throws IOException {
    String digits = text(header, at, length).strip();
    expect(digits.matches("[0-7]{1,11}"), "a tar header, octal digits", offset + at, digits);
    return Long.parseLong(digits, 8);
  }

  /** Up to the first zero byte. */
  private static String text(byte[] header, int at, int length) {
    return new String(header, at, length, StandardCharsets.ISO_8859_1).split("\0", 2)[0];
  }

  private static void expect(boolean holds, String expected, long offset, Object found)
      throws IOException {
    BadFile.unless(holds, "expected %s at unpacked byte %s, found '%s'", expected, offset, found);
  }
}
