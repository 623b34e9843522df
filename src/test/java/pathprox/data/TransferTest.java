package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pathprox.io.PartFile;
import pathprox.progress.Progress;
import pathprox.progress.ProgressReport;

/** Downloads that break off, come in drops, lead to nowhere, or go on where others were killed. */
@Timeout(30)
class TransferTest {
  private static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  private static final RemoteFile FILE = file(CONTENT);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private HttpServer server;
  private ExecutorService threads;

  /** What each request asked for: its range, or that it had none. */
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

  private static RemoteFile file(byte[] content) {
    return new RemoteFile("numbers", content.length, Bundled.sha256(content), false);
  }

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  private URI mirror(String name, HttpHandler handler) {
    server.createContext(
        "/" + name + "/numbers",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(range == null ? "all" : range);
          try (exchange) {
            handler.handle(exchange);
          }
        });
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name + "/");
  }

  /** Sends what is asked for, if it understands ranges, and at most so many bytes of it. */
  private static HttpHandler sending(byte[] content, boolean understands, int most) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = 0;
      if (understands && range != null) {
        from = Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length) {
          exchange.sendResponseHeaders(416, -1);
          return;
        }
        String sent = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
        exchange.getResponseHeaders().add("Content-Range", sent);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      OutputStream body = exchange.getResponseBody();
      body.write(content, from, Math.min(most, content.length - from));
      body.flush();
    };
  }

  private static HttpHandler whole(byte[] content) {
    return sending(content, true, content.length);
  }

  private Path fetch(URI... mirrors) {
    return new Download(List.of(mirrors), PATIENT).fetch(FILE, folder);
  }

  private String failure(Duration timeout, URI... mirrors) {
    Download download = new Download(List.of(mirrors), timeout);
    return assertThrows(UncheckedIOException.class, () -> download.fetch(FILE, folder))
        .getMessage();
  }

  private void assertFetched(Path path, String... expectedRanges) throws IOException {
    assertArrayEquals(CONTENT, Files.readAllBytes(path));
    assertEquals(List.of(expectedRanges), ranges);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  private Path leave(byte[] part) throws IOException {
    return Files.write(PartFile.left(folder.resolve("numbers")), part);
  }

  private static void assertGoesOn(List<String> ranges) {
    assertEquals("all", ranges.get(0));
    assertTrue(ranges.stream().skip(1).allMatch(range -> range.matches("bytes=[1-9]\\d+-")));
  }

  @Test
  void fetch_connectionBreaksAgainAndAgain_goesOnFromThere() throws IOException {
    Path path = fetch(mirror("breaking", sending(CONTENT, true, 120_000)));

    // A connection that breaks may take with it what was on its way.
    assertTrue(ranges.size() >= 3, ranges::toString);
    assertGoesOn(ranges);
    assertFetched(path, ranges.toArray(String[]::new));
  }

  @Test
  void fetch_connectionBreaksTooOften_endsAndKeepsWhatCame() throws IOException {
    String message = failure(PATIENT, mirror("breaking", sending(CONTENT, true, 40_000)));

    assertTrue(ranges.size() <= 5, ranges::toString);
    assertGoesOn(ranges);
    ranges.clear();
    Path path = fetch(mirror("good", whole(CONTENT)));
    String from = ranges.get(0).replaceAll("\\D", "");
    String kept = "\n  the next call goes on from byte " + from + ", which is kept\n";
    assertTrue(message.contains(kept), message);
    assertFetched(path, "bytes=" + from + "-");
  }

  @Test
  void fetch_secondMirror_goesOnWhereTheFirstBroke() throws IOException {
    HttpHandler first = sending(CONTENT, true, 200_000);
    HttpHandler once = exchange -> (ranges.size() == 1 ? first : notFound()).handle(exchange);

    Path path = fetch(mirror("first", once), mirror("second", whole(CONTENT)));

    assertGoesOn(ranges);
    assertFetched(path, "all", ranges.get(1), ranges.get(1));
  }

  private static HttpHandler notFound() {
    return exchange -> exchange.sendResponseHeaders(404, -1);
  }

  @Test
  void fetch_serverWithoutRanges_startsAfresh() throws IOException {
    leave(Arrays.copyOf(CONTENT, 1_000));

    assertFetched(fetch(mirror("old", sending(CONTENT, false, CONTENT.length))), "bytes=1000-");
  }

  @Test
  void fetch_partOfAnotherFile_startsAfresh() throws IOException {
    leave(new byte[1_000]);

    assertFetched(fetch(mirror("good", whole(CONTENT))), "bytes=1000-", "all");
  }

  @Test
  void fetch_partThatIsTooLong_startsAfresh() throws IOException {
    leave(Arrays.copyOf(CONTENT, CONTENT.length + 1));

    assertFetched(fetch(mirror("good", whole(CONTENT))), "bytes=300001-", "all");
  }

  @Test
  void fetch_partThatIsWhole_isTaken() throws IOException {
    leave(CONTENT);

    assertFetched(fetch(mirror("good", whole(CONTENT))), "bytes=300000-");
  }

  @Test
  void fetch_otherRangeThanAskedFor_startsAfresh() throws IOException {
    leave(Arrays.copyOf(CONTENT, 1_000));
    HttpHandler confused =
        exchange -> {
          if (ranges.size() == 1) {
            exchange.getResponseHeaders().add("Content-Range", "bytes 0-299999/300000");
            exchange.sendResponseHeaders(206, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
          } else {
            whole(CONTENT).handle(exchange);
          }
        };

    assertFetched(fetch(mirror("confused", confused)), "bytes=1000-", "all");
  }

  /** The longest of those that were left; that of a living process is not touched. */
  @Test
  void fetch_partsOfKilledProcesses_areTakenOverOrDeleted() throws IOException {
    leave(Arrays.copyOf(CONTENT, 10));
    String killed = "numbers.999999999-" + UUID.randomUUID() + ".part";
    Files.write(folder.resolve(killed), Arrays.copyOf(CONTENT, 5_000));
    leave(Arrays.copyOf(CONTENT, 20));
    Path living = Files.write(PartFile.of(folder.resolve("numbers")), new byte[9_000]);

    Path path = fetch(mirror("good", whole(CONTENT)));

    Files.delete(living);
    assertFetched(path, "bytes=5000-");
  }

  /** 50 bytes a second, so that none of the pieces is late. */
  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    try {
      for (byte each : CONTENT) {
        exchange.getResponseBody().write(each);
        exchange.getResponseBody().flush();
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void fetch_serverThatDrips_isGivenUp() throws IOException {
    URI dripping = mirror("dripping", TransferTest::drip);
    assertTrue(failure(ONE_SECOND, dripping).contains("too slow: "));
    ranges.clear();

    Download download = new Download(List.of(dripping, mirror("good", whole(CONTENT))), ONE_SECOND);
    Path path = download.fetch(FILE, folder);

    assertArrayEquals(CONTENT, Files.readAllBytes(path));
    assertEquals(2, ranges.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[1",
        "http:// /",
        "http://localhost:99999999/",
        "http:///",
        "ftp://localhost/numbers",
        "file:///dev/zero",
        "data:,1",
        "%",
        ":"
      })
  void fetch_illegalRedirect_asksTheNextMirror(String address) throws IOException {
    HttpHandler moved =
        exchange -> {
          exchange.getResponseHeaders().add("Location", address);
          exchange.sendResponseHeaders(302, -1);
        };

    assertFetched(fetch(mirror("moved", moved), mirror("good", whole(CONTENT))), "all", "all");
  }

  @Test
  void fetch_longFile_isSeen() {
    byte[] content = new byte[5_000_000];
    new Random(2).nextBytes(content);
    List<ProgressReport> reports = Collections.synchronizedList(new ArrayList<>());
    Progress.show(() -> reports::add);
    try {
      new Download(List.of(mirror("good", whole(content))), PATIENT).fetch(file(content), folder);
    } finally {
      Progress.hide();
    }

    String last = reports.get(reports.size() - 1).toString();
    assertEquals("download of numbers: completed, 5,000 of 5,000 KB", last);
  }
}
