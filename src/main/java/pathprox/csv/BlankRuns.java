package pathprox.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text in which each run of blanks and tabs between two cells is one tab, and none is left at the
 * start and the end of a line. Within quotes nothing changes.
 */
final class BlankRuns extends FilterReader {
  static final char SIGN = '\t';

  /** How many characters a target must hold. */
  static final int LEAST = 2;

  private boolean isAtStart = true;
  private boolean isAfterBlank;
  private boolean isQuoted;
  private boolean isAfterQuote;

  BlankRuns(Reader in) {
    super(in);
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("only arrays are read");
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int size = 0;
    while (size == 0) {
      // A tab that the last part has left may come first, so there must be room for it.
      int count = in.read(target, offset + 1, length - 1);
      if (count < 0) {
        return -1;
      }
      size = shorten(target, offset, count);
    }
    return size;
  }

  private int shorten(char[] text, int offset, int count) {
    int size = offset;
    for (int i = offset + 1; i <= offset + count; i++) {
      char c = text[i];
      boolean isBlank = !isQuoted && (c == ' ' || c == '\t');
      if (!isBlank) {
        boolean isEnd = !isQuoted && (c == '\n' || c == '\r');
        if (isAfterBlank && !isAtStart && !isEnd) {
          text[size++] = SIGN;
        }
        boolean isQuote = c == '"' && (isQuoted || isAfterBlank || isAtStart || isAfterQuote);
        isAfterQuote = isQuote && isQuoted;
        isQuoted ^= isQuote;
        isAtStart = isEnd;
        text[size++] = c;
      }
      isAfterBlank = isBlank;
    }
    return size - offset;
  }
}
