package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pathprox.io.BadFile;
import pathprox.io.WholeFile;

/** Fetches files from the first of some folders that has them right; each step has a timeout. */
record Download(List<URI> mirrors, Duration timeout) {
  private static final int MOST_ATTEMPTS = 5;

  Download {
    mirrors = List.copyOf(mirrors);
    for (URI mirror : mirrors) {
      require(mirror.getPath().endsWith("/"), "mirror %s must end with a slash", mirror);
    }
  }

  /** The folder that keeps downloads of a name. */
  static Path folder(String name) {
    return folder(System::getProperty, System::getenv).resolve(name);
  }

  /** A blank value counts as none. */
  static Path folder(UnaryOperator<String> property, UnaryOperator<String> environment) {
    return Stream.of(property.apply("pathprox.cache"), environment.apply("PATHPROX_CACHE"))
        .filter(folder -> folder != null && !folder.isBlank())
        .findFirst()
        .map(Path::of)
        .orElseGet(() -> Path.of(property.apply("user.home"), ".cache", "pathprox"));
  }

  /**
   * Fetches a file, whole or not at all, unless it is there with the right size and SHA-256. What
   * came before a connection broke is kept for the next attempt.
   */
  Path fetch(RemoteFile file, Path folder) {
    Path target = folder.resolve(file.name());
    if (file.isAt(target)) {
      return target;
    }
    List<String> reasons = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      try (Transfer transfer = new Transfer(folder.resolve(file.sentName()), file.mostSent())) {
        for (URI mirror : mirrors) {
          if (succeeds(mirror.resolve(file.sentName()), file, target, transfer, reasons)) {
            return target;
          }
        }
        if (transfer.length() > 0) {
          reasons.add("the next call goes on from byte " + transfer.length() + ", which is kept");
        }
      }
    } catch (IOException e) {
      throw BadFile.unreadable(target, e);
    }
    throw new UncheckedIOException(new IOException(allFailed(file, target, reasons)));
  }

  /** Goes on at a mirror whose connection breaks as long as that brings more of the file. */
  private boolean succeeds(
      URI address, RemoteFile file, Path target, Transfer transfer, List<String> reasons)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      long before = transfer.length();
      try {
        transfer.receive(address, timeout);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        boolean isLate = e instanceof HttpTimeoutException;
        if (isLate || attempt == MOST_ATTEMPTS || transfer.length() <= before) {
          reasons.add(address + ": " + BadFile.reason(e));
          return false;
        }
        continue;
      }
      try (InputStream in = file.unpacked(transfer.content())) {
        WholeFile.write(target, out -> file.copy(in, out));
        return true;
      } catch (IOException e) {
        if (before == 0) {
          reasons.add(address + ": " + BadFile.reason(e));
          return false;
        }
      } finally {
        transfer.clear(); // What was wrong begins again: it may be of two files.
      }
    }
  }

  private static String allFailed(RemoteFile file, Path target, List<String> reasons) {
    return """
        could not fetch %s:
          %s
        To do without the mirrors, put the file%s (%s bytes, SHA-256 %s) at %s"""
        .formatted(
            file.name(),
            String.join("\n  ", reasons),
            file.packed() ? ", unpacked" : "",
            file.size(),
            file.sha256(),
            target.toAbsolutePath());
  }
}
