package pathprox.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of an HTTP response, which is never waited for longer than a timeout: the limit of the
 * JDK's client ends with the headers, and a server that falls silent after them would hold a reader
 * forever.
 */
final class PatientStream extends FilterInputStream {
  private final Duration timeout;

  PatientStream(InputStream body, Duration timeout) {
    super(body);
    this.timeout = timeout;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  /** Reads on another thread, which ends when the stream is closed. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    FutureTask<Integer> count = new FutureTask<>(() -> in.read(target, offset, length));
    ForkJoinPool.commonPool().execute(count);
    try {
      return count.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no data for " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      throw Download.interrupted();
    } catch (ExecutionException e) {
      throw new IOException("the connection broke: " + e.getCause().getMessage(), e.getCause());
    }
  }
}
