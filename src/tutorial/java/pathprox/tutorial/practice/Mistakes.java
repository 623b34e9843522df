package pathprox.tutorial.practice;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Mistakes that are really made, and what the library says to each.
 *
 * @param made in their order
 */
public record Mistakes(List<Mistakes.Made> made) {
  private static final int WIDTH = 85; // letters, so that a page need not be scrolled sideways

  /** Copies the list. */
  public Mistakes {
    made = List.copyOf(made);
  }

  /**
   * One of them.
   *
   * @param what it is, in words
   * @param message of the exception, or what came instead
   * @param refused whether there was an exception
   */
  public record Made(String what, String message, boolean refused) {}

  /** {@return no mistakes yet} */
  public static Mistakes none() {
    return new Mistakes(List.of());
  }

  /** {@return these and {@code mistake}, {@code what} in words, which is made now} */
  public Mistakes make(String what, Callable<?> mistake) {
    List<Made> more = new ArrayList<>(made);
    more.add(tried(what, mistake));
    return new Mistakes(more);
  }

  private static Made tried(String what, Callable<?> mistake) {
    try {
      return new Made(what, "no complaint, but " + mistake.call(), false);
    } catch (Exception e) {
      return new Made(what, withoutFolder(e.getMessage()), true);
    }
  }

  /** Where temporary files are differs from machine to machine. */
  private static String withoutFolder(String message) {
    String temporary = Path.of(System.getProperty("java.io.tmpdir")).toString();
    return message.replaceAll(Pattern.quote(temporary) + "[/\\\\][^/\\\\\\s]*[/\\\\]", "");
  }

  /**
   * {@return a new temporary file of {@code lines}, called broken.csv}
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static Path file(String... lines) {
    try {
      Path file = Files.createTempDirectory("mistake").resolve("broken.csv");
      return Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file cannot be written", e);
    }
  }

  /** {@return how many were refused by an exception} */
  public int refused() {
    return (int) made.stream().filter(Made::refused).count();
  }

  /** {@return each mistake, and below it, indented, the message} */
  @Override
  public String toString() {
    return made.stream()
        .map(each -> each.what + "\n" + wrapped(each.message))
        .collect(joining("\n"));
  }

  private static String wrapped(String message) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder("    ");
    for (String word : message.split("\\s+")) {
      if (line.length() + word.length() > WIDTH) {
        text.append(line.toString().stripTrailing()).append('\n');
        line.setLength(4);
      }
      line.append(word).append(' ');
    }
    return text.append(line.toString().stripTrailing()).toString();
  }
}
