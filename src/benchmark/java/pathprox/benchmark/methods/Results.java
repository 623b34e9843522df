package pathprox.benchmark.methods;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The results of one problem, a file with one line of JSON for each training. What is there is not
 * run again.
 */
final class Results {
  private final ObjectMapper json = new ObjectMapper();
  private final Path file;
  private final List<Result> known = new ArrayList<>();

  /** Reads what there is; lines of another fingerprint are left alone and not counted. */
  Results(Path folder, Problem problem, String fingerprint) throws IOException {
    file = folder.resolve(problem.title() + ".jsonl");
    Files.createDirectories(folder);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Result result = json.readValue(line, Result.class);
        if (result.fingerprint().equals(fingerprint)) {
          known.add(result);
        }
      }
    }
  }

  Optional<Result> of(Setting setting, long seed) {
    return known.stream()
        .filter(each -> each.seed() == seed && each.setting().equals(setting))
        .findFirst();
  }

  /** Deletes the results of the recommended method, after it has changed. */
  void forgetRecommended() throws IOException {
    known.removeIf(each -> each.method().equals(Contender.RECOMMENDED.title()));
    List<String> kept = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        Result result = json.readValue(line, Result.class);
        if (!result.method().equals(Contender.RECOMMENDED.title())) {
          kept.add(line);
        }
      }
      Files.write(file, kept);
    }
  }

  void add(Result result) {
    known.add(result);
    try {
      String line = json.writeValueAsString(result) + "\n";
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
