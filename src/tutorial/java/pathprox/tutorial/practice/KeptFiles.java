package pathprox.tutorial.practice;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a folder of trainings holds, without the place of the folder, which differs by machine.
 *
 * @param folder where trainings keep their states and results
 * @param files the files below it, in the order of their names
 */
public record KeptFiles(Path folder, List<Path> files) {
  private static final String NONE = "there is no file '%s' among: %s";

  public KeptFiles {
    files = List.copyOf(files);
  }

  /**
   * Looks for all files below a folder.
   *
   * @param folder the folder
   * @return what is there now
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static KeptFiles in(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return new KeptFiles(folder, all.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  /**
   * Finds a file by a part of its name.
   *
   * @param part of the name, such as {@code state}
   * @return the last one of the files whose name holds it
   * @throws IllegalArgumentException if there is none
   */
  public Path last(String part) {
    return files.stream()
        .filter(file -> file.getFileName().toString().contains(part))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException(NONE.formatted(part, this)));
  }

  /** {@return a line for each file: its folder within this one, and its name} */
  @Override
  public String toString() {
    return files.stream()
        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
        .collect(joining("\n"));
  }
}
