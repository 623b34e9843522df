package pathprox.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Files of the formats that are read, made by hand. */
public final class Samples {
  private Samples() {}

  /** Writes the header numbers, and after them the values. */
  public static byte[] idx(int[] header, byte... values) {
    ByteBuffer file = ByteBuffer.allocate(4 * header.length + values.length);
    Arrays.stream(header).forEach(file::putInt);
    return file.put(values).array();
  }

  /** Packs bytes. */
  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A header as ustar describes it. */
  public static byte[] header(String name, int size, char type) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format(Locale.ROOT, "%011o ", size));
    header[156] = (byte) type;
    put(header, 257, "ustar  ");
    sum(header, 0);
    return header;
  }

  /** Sets the checksum of the header at a place: its bytes, those of the sum counted as spaces. */
  public static void sum(byte[] tar, int at) {
    put(tar, at + 148, "        ");
    int sum = 0;
    for (int i = at; i < at + 512; i++) {
      sum += Byte.toUnsignedInt(tar[i]);
    }
    put(tar, at + 148, String.format(Locale.ROOT, "%06o\0", sum));
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** Header, bytes, and zeros up to the next block. */
  public static byte[] member(String name, byte[] content) throws IOException {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    member.write(header(name, content.length, '0'));
    member.write(content);
    member.write(new byte[Math.floorMod(-content.length, 512)]);
    return member.toByteArray();
  }
}
