package pathprox.csv;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import pathprox.io.BadFile;

/**
 * A file of text, packed by gzip or not, that can be read several times. What marks the encoding at
 * its start is followed.
 */
record TextFile(Path path, boolean isPacked, Optional<Charset> marked) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 1 << 16;
  private static final int[] GZIP = {0x1F, 0x8B};
  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] OLD_OFFICE = {0xD0, 0xCF, 0x11, 0xE0};

  static TextFile at(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    BadFile.unless(Files.isRegularFile(path), "is a folder or a device, no file");
    try (InputStream in = bytes(path)) {
      boolean isPacked = starts(in.readNBytes(GZIP.length), GZIP);
      try (InputStream again = unpacked(path, isPacked)) {
        byte[] start = again.readNBytes(4);
        boolean isOffice = starts(start, ZIP) || starts(start, OLD_OFFICE);
        BadFile.unless(
            !isOffice,
            "is a zip archive or a workbook, no text: unpack it, or save the sheet as CSV");
        return new TextFile(path, isPacked, mark(start));
      }
    }
  }

  /** Not by a channel, which an interrupted thread closes. */
  private static InputStream bytes(Path path) throws IOException {
    return path.getFileSystem() == FileSystems.getDefault()
        ? new FileInputStream(path.toFile())
        : Files.newInputStream(path);
  }

  private static InputStream unpacked(Path path, boolean isPacked) throws IOException {
    InputStream in = bytes(path);
    try {
      return isPacked ? new GZIPInputStream(new BufferedInputStream(in), BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    return bytes.length >= with.length
        && Arrays.equals(Arrays.copyOf(bytes, with.length), ofBytes(with));
  }

  private static byte[] ofBytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static Optional<Charset> mark(byte[] start) {
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(start, 0xFF, 0xFE)) {
      return Optional.of(
          starts(start, 0xFF, 0xFE, 0, 0)
              ? Charset.forName("UTF-32LE")
              : StandardCharsets.UTF_16LE);
    }
    boolean isBig = starts(start, 0xFE, 0xFF);
    return isBig ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** {@return the text from its start, without a byte order mark; what is no text is refused} */
  Reader open(Charset charset) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    PushbackReader reader =
        new PushbackReader(new InputStreamReader(unpacked(path, isPacked), decoder));
    try {
      int first = reader.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        reader.unread(first);
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  /** {@return the name without folders and endings of CSV and gzip files, for a table} */
  String name() {
    String name = path.getFileName().toString();
    String unpacked = name.replaceFirst("(?i)\\.gz$", "");
    return unpacked.replaceFirst("(.)\\.[^.]*$", "$1");
  }
}
