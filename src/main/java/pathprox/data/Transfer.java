package pathprox.data;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import pathprox.io.BadFile;
import pathprox.io.PartFile;
import pathprox.progress.Progress;

/**
 * A file on its way, as it is sent: what has come stays beside its place, and later attempts, of
 * other mirrors and of other processes too, go on from there (RFC 9110, range requests).
 */
final class Transfer implements Closeable {
  /** Smaller ones are over before anybody would look. */
  private static final long LONG = 4_000_000;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOTHING_LEFT = 416;

  private final Path place;
  private final Path part;
  private final long mostBytes;

  /** Takes over what others have left of the file that gets a place when it is all there. */
  Transfer(Path place, long mostBytes) throws IOException {
    this.place = place;
    this.mostBytes = mostBytes;
    part = PartFile.of(place);
    for (Path left : PartFile.abandoned(place)) {
      takeOver(left);
    }
  }

  private void takeOver(Path left) {
    try {
      if (Files.size(left) > length()) {
        Files.move(left, part, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.delete(left);
      }
    } catch (IOException e) {
      // Another process was faster, or it is somebody else's.
    }
  }

  /** How many bytes have come. */
  long length() {
    return part.toFile().length();
  }

  /** What has come so far. */
  InputStream content() throws IOException {
    return Files.newInputStream(part);
  }

  /** Begins again. */
  void clear() throws IOException {
    Files.deleteIfExists(part);
  }

  /** Fetches what is missing; each step has a timeout. */
  void receive(URI address, Duration timeout) throws IOException {
    HttpResponse<InputStream> response = send(address, timeout);
    try (InputStream body = new PatientStream(response.body(), timeout)) {
      int status = response.statusCode();
      boolean goesOn = status == PARTIAL && startsAtEnd(response);
      if (status != OK && !goesOn && length() > 0) {
        BadFile.unless(
            status == PARTIAL || status == NOTHING_LEFT, "answered with status %s", status);
        return; // It is all there, or of another file, which its checksum tells.
      }
      BadFile.unless(status == OK || goesOn, "answered with status %s", status);
      long from = goesOn ? length() : 0;
      long rest = response.headers().firstValueAsLong("Content-Length").orElse(mostBytes - from);
      try (OutputStream out = new FileOutputStream(part.toFile(), goesOn)) {
        copy(body, out, from, from + rest);
      }
    }
  }

  private boolean startsAtEnd(HttpResponse<InputStream> response) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    return range.startsWith("bytes " + length() + "-");
  }

  private HttpResponse<InputStream> send(URI address, Duration timeout) throws IOException {
    try {
      HttpClient.Builder client =
          HttpClient.newBuilder().connectTimeout(timeout).followRedirects(Redirect.NORMAL);
      HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
      if (length() > 0) {
        request.header("Range", "bytes=" + length() + "-");
      }
      return client.build().send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw PatientStream.interrupted();
    } catch (RuntimeException e) { // as the client throws where a redirect leads to no address
      throw new IOException("the address is illegal: " + e.getMessage(), e);
    }
  }

  private void copy(InputStream body, OutputStream out, long from, long end) throws IOException {
    try (Progress progress = Progress.ofDownload("download of " + place.getFileName())) {
      if (end - from >= LONG) {
        progress.begins(place.getFileName().toString(), kilobytes(from), kilobytes(end));
      }
      byte[] buffer = new byte[1 << 16];
      long total = from;
      // More than there can be is left to the check of the content.
      for (int n = 0; n >= 0 && total <= mostBytes; n = body.read(buffer)) {
        total += n;
        out.write(buffer, 0, n);
        progress.steps(kilobytes(total));
      }
      progress.ends("completed", Optional.empty());
    }
  }

  private static int kilobytes(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes / 1_000);
  }

  /** Leaves what has come to the next attempt, if anything has. */
  @Override
  public void close() throws IOException {
    if (length() > 0) {
      Files.move(part, PartFile.left(place), StandardCopyOption.ATOMIC_MOVE);
    } else {
      clear();
    }
  }
}
