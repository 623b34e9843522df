package pathprox.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files under way, beside the file that they become, with the number of the process that writes
 * them: {@code name.1234-5f0c….part}. When that process has ended, killed perhaps, nobody will
 * finish them. Those of other machines are not seen to live: two of them must not write one file at
 * the same time.
 */
public final class PartFile {
  private static final String ENDING = ".part";

  private PartFile() {}

  /** {@return a new name, of this process, for what will become {@code file}} */
  public static Path of(Path file) {
    return named(file, ProcessHandle.current().pid() + "-");
  }

  /** {@return a new name for a part of {@code file} that this process leaves to others} */
  public static Path left(Path file) {
    return named(file, "");
  }

  private static Path named(Path file, String process) {
    return file.resolveSibling(file.getFileName() + "." + process + UUID.randomUUID() + ENDING);
  }

  /**
   * {@return the parts of {@code file} that no living process writes}
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> abandoned(Path file) throws IOException {
    return abandoned(file.resolveSibling(""), Pattern.quote(file.getFileName().toString()));
  }

  /**
   * {@return the parts of any files in {@code folder} that no living process writes}
   *
   * @throws IOException if it cannot be read
   */
  public static List<Path> abandonedIn(Path folder) throws IOException {
    return abandoned(folder, ".+?");
  }

  private static List<Path> abandoned(Path folder, String file) throws IOException {
    Pattern name = Pattern.compile(file + "\\.(?:(\\d{1,18})-)?[0-9a-f-]{36}" + ENDING);
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        Matcher part = name.matcher(each.getFileName().toString());
        if (part.matches() && !isWritten(each, part.group(1))) {
          parts.add(each);
        }
      }
    }
    return parts;
  }

  /** Numbers are given again, so a process that began after the last byte is another one. */
  private static boolean isWritten(Path part, String process) throws IOException {
    if (process == null || !Files.exists(part)) {
      return false;
    }
    Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(process));
    Instant last = Files.getLastModifiedTime(part).toInstant();
    return writer.isPresent()
        && writer.get().info().startInstant().map(start -> !start.isAfter(last)).orElse(true);
  }
}
