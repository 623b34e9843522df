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
  private static final String ZIP = "PK\u0003\u0004";
  private static final String OLD_OFFICE = "\u00D0\u00CF\u0011\u00E0";

  static TextFile at(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    BadFile.unless(Files.isRegularFile(path), "is a folder or a device, no file");
    boolean isPacked = start(path, false).startsWith("\u001F\u008B");
    String start = start(path, isPacked);
    BadFile.unless(
        !start.equals(ZIP) && !start.equals(OLD_OFFICE),
        "is a zip archive or a workbook, no text: unpack it, or save the sheet as CSV");
    return new TextFile(path, isPacked, mark(start));
  }

  /** The first bytes, each as the character of that number. */
  private static String start(Path path, boolean isPacked) throws IOException {
    try (InputStream in = bytes(path, isPacked)) {
      return new String(in.readNBytes(ZIP.length()), StandardCharsets.ISO_8859_1);
    }
  }

  private static InputStream bytes(Path path, boolean isPacked) throws IOException {
    // Not by a channel, which an interrupted thread closes.
    InputStream in =
        path.getFileSystem() == FileSystems.getDefault()
            ? new FileInputStream(path.toFile())
            : Files.newInputStream(path);
    try {
      return isPacked ? new GZIPInputStream(new BufferedInputStream(in), BUFFER) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static Optional<Charset> mark(String start) {
    if (start.startsWith("\u00EF\u00BB\u00BF")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (start.startsWith("\u00FF\u00FE")) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    boolean isBig = start.startsWith("\u00FE\u00FF");
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
        new PushbackReader(new InputStreamReader(bytes(path, isPacked), decoder));
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
