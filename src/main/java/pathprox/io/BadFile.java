package pathprox.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** How a file is refused that cannot be read, or does not hold what it must. */
public final class BadFile {
  private static final int LONGEST = 3_000;

  private BadFile() {}

  /**
   * Refuses what a file holds unless a condition {@code holds}.
   *
   * @throws IOException with {@code format}, as {@link String#format}, and {@code values}
   */
  public static void unless(boolean holds, String format, Object... values) throws IOException {
    if (!holds) {
      throw new IOException(String.format(Locale.ROOT, format, values));
    }
  }

  /** {@return what says that the file {@code where} is missing, or its {@code cause}} */
  public static UncheckedIOException unreadable(Object where, IOException cause) {
    boolean isMissing = cause instanceof NoSuchFileException;
    String reason = reason(cause); // may hold a text of the file, however long
    String some = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    String message = isMissing ? "file " + where + " does not exist" : where + ": " + some;
    return new UncheckedIOException(message, cause);
  }

  /** {@return the message of {@code thrown}, with its type where that alone says too little} */
  public static String reason(IOException thrown) {
    if (thrown.getMessage() == null) {
      return thrown.getClass().getSimpleName();
    }
    if (thrown instanceof AccessDeniedException) {
      return "no permission: " + thrown.getMessage();
    }
    return thrown instanceof FileSystemException ? thrown.toString() : thrown.getMessage();
  }
}
