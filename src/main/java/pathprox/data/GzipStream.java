package pathprox.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import pathprox.io.BadFile;

/**
 * Unpacks gzip (RFC 1952), one member or several. It ends where the packed stream ends and nowhere
 * before, with length and checksum compared; the JDK's stream takes what follows a member for
 * rubbish to be left alone.
 */
final class GzipStream extends InputStream {
  static final int MAGIC = 0x1F8B;

  /** Images are packed to a tenth, and zeros, which may be a trap, to a thousandth. */
  private static final long MOST_TIMES = 200;

  private static final long ALWAYS = 1 << 24;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] block = new byte[1 << 13];
  private long packedBytes;
  private long unpackedBytes;
  private int at;
  private int end;
  private boolean isFirst = true;
  private boolean isWithin; // a member
  private boolean hasEnded;

  /** Closes the packed stream with itself. */
  GzipStream(InputStream packed) {
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    try {
      while (length > 0 && !hasEnded) {
        if (!isWithin) {
          readHeader();
        }
        int count = inflate(target, from, length);
        if (count > 0) {
          checksum.update(target, from, count);
          unpackedBytes += count;
          boolean fits = unpackedBytes <= ALWAYS + MOST_TIMES * packedBytes;
          BadFile.unless(fits, "unpacks to more than %s times its size", MOST_TIMES);
          return count;
        }
        readTrailer();
      }
    } catch (DataFormatException e) {
      throw new IOException("the packed bytes are damaged: " + e.getMessage(), e);
    }
    return length == 0 ? 0 : -1;
  }

  /** At least one byte, or 0 at the end of a member. */
  private int inflate(byte[] target, int from, int length) throws IOException, DataFormatException {
    while (true) {
      int count = inflater.inflate(target, from, length);
      at = end - inflater.getRemaining();
      if (count > 0 || inflater.finished()) {
        return count;
      }
      BadFile.unless(!inflater.needsDictionary(), "the packed bytes need a dictionary");
      if (!fill()) {
        throw cutShort();
      }
      inflater.setInput(block, at, end - at);
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, packed.read(block));
    packedBytes += end;
    return end > 0;
  }

  private static EOFException cutShort() {
    return new EOFException("the packed bytes are cut short");
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      throw cutShort();
    }
    return block[at++] & 0xFF;
  }

  /** The lowest byte first. */
  private long next(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) next() << 8 * i;
    }
    return number;
  }

  private void readHeader() throws IOException {
    boolean begins = (next() << 8 | next()) == MAGIC;
    BadFile.unless(begins, isFirst ? "not packed by gzip" : "more follows the packed bytes");
    isFirst = false;
    BadFile.unless(next() == DEFLATE, "packed in another way than gzip does");
    int flags = next();
    BadFile.unless((flags & RESERVED) == 0, "gzip with flags that mean nothing, %s", flags);
    next(6); // time, effort and system
    if ((flags & EXTRA) != 0) {
      long length = next(2);
      for (long i = 0; i < length; i++) {
        next();
      }
    }
    for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
      while (next() != 0) {
        // up to the zero byte
      }
    }
    next((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    inflater.reset();
    inflater.setInput(block, at, end - at);
    checksum.reset();
    isWithin = true;
  }

  /** And looks whether another member follows. */
  private void readTrailer() throws IOException {
    boolean isWhole = next(4) == checksum.getValue();
    BadFile.unless(isWhole, "the packed bytes are damaged: another checksum");
    boolean hasLength = next(4) == (inflater.getBytesWritten() & 0xFFFF_FFFFL);
    BadFile.unless(hasLength, "the packed bytes are damaged: another length");
    isWithin = false;
    hasEnded = at == end && !fill();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
