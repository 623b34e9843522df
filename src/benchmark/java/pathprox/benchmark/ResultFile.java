package pathprox.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Results in a file, one line of JSON for each, written as soon as they are there: what was run
 * need not be run again. A line that was cut short, as by the end of the program, does not count.
 *
 * @param <R> a record of one result
 */
public final class ResultFile<R> {
  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private final List<R> results = new ArrayList<>();

  /**
   * Reads what there is.
   *
   * @param file it is made with the first result, its folder at once
   * @param type of the results
   * @throws IOException if the file cannot be read
   */
  public ResultFile(Path file, Class<R> type) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    lines.forEach(line -> read(line, type).ifPresent(results::add));
    if (results.size() < lines.size()) {
      write();
    }
  }

  private Optional<R> read(String line, Class<R> type) {
    try {
      return Optional.of(json.readValue(line, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** {@return all results, in the order of the file} */
  public List<R> all() {
    return List.copyOf(results);
  }

  /**
   * Finds a result.
   *
   * @param wanted what it is like
   * @return the first of them, if there is one
   */
  public Optional<R> find(Predicate<R> wanted) {
    return results.stream().filter(wanted).findFirst();
  }

  /**
   * Adds a result, also to the file.
   *
   * @param result what was found
   */
  public void add(R result) {
    results.add(result);
    try {
      String line = json.writeValueAsString(result) + "\n";
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /**
   * Removes results, also from the file.
   *
   * @param unwanted what they are like
   */
  public void forget(Predicate<R> unwanted) {
    if (results.removeIf(unwanted)) {
      write();
    }
  }

  /**
   * Moves results behind all others, also in the file.
   *
   * @param last what they are like
   */
  public void moveToEnd(Predicate<R> last) {
    List<R> before = List.copyOf(results);
    results.sort(Comparator.comparing(last::test));
    if (!results.equals(before)) {
      write();
    }
  }

  private void write() {
    try {
      StringBuilder lines = new StringBuilder();
      for (R result : results) {
        lines.append(json.writeValueAsString(result)).append('\n');
      }
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
