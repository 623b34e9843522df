package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pathprox.io.BadFile;
import pathprox.io.WholeFile;

/** Fetches files from the first of some folders that has them right; each step has a timeout. */
record Download(List<URI> mirrors, Duration timeout) {
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

  /** Fetches a file, whole or not at all, unless it is there with the right size and SHA-256. */
  Path fetch(RemoteFile file, Path folder) {
    Path target = folder.resolve(file.name());
    if (file.isAt(target)) {
      return target;
    }
    List<String> reasons = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (URI mirror : mirrors) {
        if (succeeds(mirror.resolve(file.sentName()), file, target, reasons)) {
          return target;
        }
      }
    } catch (IOException e) {
      throw BadFile.unreadable(target, e);
    }
    throw new UncheckedIOException(new IOException(allFailed(file, target, reasons)));
  }

  private boolean succeeds(URI address, RemoteFile file, Path target, List<String> reasons)
      throws InterruptedIOException {
    try (InputStream body = open(address);
        InputStream unpacked = file.unpacked(body)) {
      WholeFile.write(target, out -> file.copy(unpacked, out));
      return true;
    } catch (InterruptedIOException | ClosedByInterruptException e) {
      throw interrupted();
    } catch (IOException e) {
      reasons.add(address + ": " + BadFile.reason(e));
      return false;
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the download was interrupted");
  }

  private InputStream open(URI address) throws IOException {
    HttpClient.Builder client =
        HttpClient.newBuilder().connectTimeout(timeout).followRedirects(Redirect.NORMAL);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).build();
    try {
      var response = client.build().send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new IOException("answered with status " + response.statusCode());
      }
      // Buffered, as unpacking reads in small pieces.
      return new BufferedInputStream(new PatientStream(response.body(), timeout), 1 << 16);
    } catch (InterruptedException e) {
      throw interrupted();
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

  /** Waits for no piece longer than a timeout; that of the JDK's client ends with the headers. */
  private static final class PatientStream extends FilterInputStream {
    private final Duration timeout;

    PatientStream(InputStream body, Duration timeout) {
      super(body);
      this.timeout = timeout;
    }

    /** Reads on another thread, which ends when the stream is closed; a buffer asks for no less. */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      FutureTask<Integer> count = new FutureTask<>(() -> in.read(target, offset, length));
      ForkJoinPool.commonPool().execute(count);
      try {
        return count.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new HttpTimeoutException("no data for " + timeout.toMillis() + " ms");
      } catch (InterruptedException e) {
        throw interrupted();
      } catch (ExecutionException e) {
        throw new IOException("the connection broke: " + e.getCause().getMessage(), e.getCause());
      }
    }
  }
}
