package pathprox.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class DownloadTest {
  /** Random, so that the packed bytes are many pieces of the response too. */
  private static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  private static final RemoteFile FILE =
      new RemoteFile("numbers", CONTENT.length, Bundled.sha256(CONTENT), true);
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** Leaves a busy machine time to send the headers, or all from the mirror after. */
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private HttpServer server;
  private ExecutorService threads;
  private final CountDownLatch testEnd = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    testEnd.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI mirror(String name, HttpHandler handler) {
    server.createContext(
        "/" + name + "/numbers.gz",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            handler.handle(exchange);
          }
        });
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name + "/");
  }

  private static HttpHandler packed(byte[] content) {
    return sending(Samples.gzip(content));
  }

  private static HttpHandler sending(byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }

  private HttpHandler silent() {
    return exchange -> awaitTestEnd();
  }

  /** Sends the start of the body, then nothing. */
  private HttpHandler stalling() {
    byte[] body = Samples.gzip(CONTENT);
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, 100_000);
      exchange.getResponseBody().flush();
      awaitTestEnd();
    };
  }

  private void awaitTestEnd() {
    try {
      testEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> files() throws IOException {
    return files(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void fetch_goodMirror_keepsTheUnpackedFileAlone() throws IOException {
    Download download = new Download(List.of(mirror("good", packed(CONTENT))), PATIENT);
    Path inner = folder.resolve("new").resolve("inner");

    Path path = download.fetch(FILE, inner);

    assertEquals(inner.resolve("numbers"), path);
    assertArrayEquals(CONTENT, Files.readAllBytes(path));
    assertEquals(List.of(path), files(inner));
  }

  @Test
  void fetch_again_makesNoRequest() {
    Download download = new Download(List.of(mirror("good", packed(CONTENT))), PATIENT);

    Path first = download.fetch(FILE, folder);
    Path second = download.fetch(FILE, folder);

    assertEquals(first, second);
    assertEquals(1, requests.get());
  }

  record Damage(String name, byte[] kept) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Damage> damages() {
    byte[] altered = CONTENT.clone();
    altered[1_000] ^= 1;
    return Stream.of(
        new Damage("one bit", altered),
        new Damage("cut", Arrays.copyOf(CONTENT, CONTENT.length - 1)),
        new Damage("longer", Arrays.copyOf(CONTENT, CONTENT.length + 1)),
        new Damage("empty", new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void fetch_damagedFileInFolder_isReplaced(Damage damage) throws IOException {
    Files.write(folder.resolve("numbers"), damage.kept());

    new Download(List.of(mirror("good", packed(CONTENT))), PATIENT).fetch(FILE, folder);

    assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("numbers")));
    assertEquals(1, requests.get());
    assertEquals(1, files().size());
  }

  @Test
  void fetch_firstMirrorRefuses_asksTheSecond() throws IOException {
    URI refusing = mirror("refusing", DownloadTest::refuse);
    Download download = new Download(List.of(refusing, mirror("good", packed(CONTENT))), PATIENT);

    assertArrayEquals(CONTENT, Files.readAllBytes(download.fetch(FILE, folder)));
    assertEquals(2, requests.get());
  }

  @Test
  void fetch_firstMirrorStalls_asksTheSecond() throws IOException {
    URI good = mirror("good", packed(CONTENT));
    Download download = new Download(List.of(mirror("stalling", stalling()), good), ONE_SECOND);

    assertArrayEquals(CONTENT, Files.readAllBytes(download.fetch(FILE, folder)));
    assertEquals(1, files().size());
  }

  @Test
  void fetch_redirected_follows() throws IOException {
    URI good = mirror("good", packed(CONTENT));
    HttpHandler moved =
        exchange -> {
          exchange.getResponseHeaders().add("Location", good.resolve("numbers.gz").toString());
          exchange.sendResponseHeaders(302, -1);
        };

    Path path = new Download(List.of(mirror("moved", moved)), PATIENT).fetch(FILE, folder);

    assertArrayEquals(CONTENT, Files.readAllBytes(path));
  }

  record BadMirror(String name, HttpHandler handler, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BadMirror> badMirrors() {
    byte[] altered = CONTENT.clone();
    altered[0] ^= 1;
    byte[] body = Samples.gzip(CONTENT);
    HttpHandler broken =
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body, 0, 1_000);
          exchange.getResponseBody().flush();
        };
    return Stream.of(
        new BadMirror("not found", DownloadTest::refuse, "answered with status 404"),
        new BadMirror(
            "wrong hash",
            packed(altered),
            "expected SHA-256 " + FILE.sha256() + ", found " + Bundled.sha256(altered)),
        new BadMirror(
            "too long",
            packed(Arrays.copyOf(CONTENT, 9_000_000)),
            "expected 300000 bytes, found more"),
        new BadMirror(
            "too short",
            packed(Arrays.copyOf(CONTENT, 1_234)),
            "expected 300000 bytes, found 1234"),
        new BadMirror("cut gzip", sending(Arrays.copyOf(body, 1_000)), "cut short"),
        new BadMirror("not packed", sending(CONTENT), "not packed by gzip"),
        new BadMirror("empty", packed(new byte[0]), "expected 300000 bytes, found 0"),
        new BadMirror("connection lost", broken, "the connection broke"));
  }

  @ParameterizedTest
  @MethodSource("badMirrors")
  void fetch_badMirror_isNamedWithItsReasonAndLeavesNoFile(BadMirror bad) throws IOException {
    URI mirror = mirror("bad", bad.handler());

    assertFails(new Download(List.of(mirror), PATIENT), mirror + "numbers.gz: ", bad.reason());
  }

  @Test
  void fetch_silentServer_endsInTime() throws IOException {
    assertFails(new Download(List.of(mirror("silent", silent())), SHORT), "timed out");
  }

  @Test
  void fetch_stallingServer_endsInTime() throws IOException {
    Download download = new Download(List.of(mirror("stalling", stalling())), ONE_SECOND);

    assertFails(download, "no data for 1000 ms");
  }

  @Test
  void fetch_allMirrorsFail_namesEachAndWhereToPutTheFile() throws IOException {
    URI first = mirror("first", DownloadTest::refuse);
    URI second = mirror("second", sending(CONTENT));
    URI closed = URI.create("http://localhost:1/");

    assertFails(
        new Download(List.of(first, second, closed), PATIENT),
        "could not fetch numbers:",
        first + "numbers.gz: answered with status 404",
        second + "numbers.gz: not packed by gzip",
        closed + "numbers.gz: ConnectException",
        "(300000 bytes, SHA-256 " + FILE.sha256() + ") at " + folder.resolve("numbers"));
  }

  @Test
  void fetch_failure_keepsTheFileThatWasThere() throws IOException {
    Path old = Files.write(folder.resolve("numbers"), new byte[] {1, 2});
    Download download = new Download(List.of(mirror("bad", DownloadTest::refuse)), PATIENT);

    assertThrows(UncheckedIOException.class, () -> download.fetch(FILE, folder));

    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(old));
  }

  @Test
  void fetch_folderIsAFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Download download = new Download(List.of(mirror("good", packed(CONTENT))), PATIENT);

    var thrown = assertThrows(UncheckedIOException.class, () -> download.fetch(FILE, file));

    assertTrue(thrown.getMessage().contains(file.resolve("numbers").toString()));
    assertEquals(0, requests.get());
  }

  @Test
  void fetch_interruptedBefore_stopsAtTheFirstMirror() throws Exception {
    assertInterrupts(mirror("silent", silent()), false);
  }

  @Test
  void fetch_interruptedWhileServerIsSilent_stopsAtTheFirstMirror() throws Exception {
    assertInterrupts(mirror("silent", silent()), true);
  }

  @Test
  void fetch_interruptedWithinTheBody_stopsAtTheFirstMirror() throws Exception {
    assertInterrupts(mirror("stalling", stalling()), true);
  }

  @Test
  void download_mirrorWithoutSlash_isRefused() {
    List<URI> mirrors = List.of(URI.create("http://localhost/mnist"));

    var thrown = assertThrows(IllegalArgumentException.class, () -> new Download(mirrors, PATIENT));

    assertEquals("mirror http://localhost/mnist must end with a slash", thrown.getMessage());
  }

  private void assertFails(Download download, String... messages) throws IOException {
    var thrown = assertThrows(UncheckedIOException.class, () -> download.fetch(FILE, folder));
    for (String message : messages) {
      assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    }
    assertTrue(Files.notExists(folder.resolve(FILE.name())));
    boolean isKept = thrown.getMessage().contains("\n  the next call goes on from byte ");
    assertEquals(isKept ? 1 : 0, files().size(), thrown.getMessage());
  }

  private void assertInterrupts(URI mirror, boolean afterRequest) throws Exception {
    URI good = mirror("good", packed(CONTENT));
    Download download = new Download(List.of(mirror, good), PATIENT);
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              if (!afterRequest) {
                Thread.currentThread().interrupt();
              }
              try {
                thrown.complete(new AssertionError("got " + download.fetch(FILE, folder)));
              } catch (UncheckedIOException e) {
                thrown.complete(e);
              }
              flag.complete(Thread.currentThread().isInterrupted());
            });
    reader.start();
    while (afterRequest && requests.get() == 0) {
      Thread.onSpinWait();
    }
    reader.interrupt();

    Throwable found = thrown.get(20, TimeUnit.SECONDS);
    assertInstanceOf(InterruptedIOException.class, found.getCause(), found.toString());
    assertTrue(found.getMessage().contains("the download was interrupted"), found.getMessage());
    assertTrue(flag.get());
    assertTrue(requests.get() <= 1);
    assertTrue(Files.notExists(folder.resolve(FILE.name())));
  }
}
