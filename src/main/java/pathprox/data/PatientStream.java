package pathprox.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A response that must come within its time: no piece may take longer than a timeout, and in each
 * such span at least 1,000 bytes a second must come. The timeout of the JDK's client ends with the
 * headers.
 */
final class PatientStream extends FilterInputStream {
  private static final long LEAST_PER_SECOND = 1_000;

  private final Duration timeout;
  private long spanStart = System.nanoTime();
  private long bytesInSpan;

  PatientStream(InputStream body, Duration timeout) {
    super(body);
    this.timeout = timeout;
  }

  /** Reads on another thread, which ends when the stream is closed; a buffer asks for no less. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    FutureTask<Integer> task = new FutureTask<>(() -> in.read(target, offset, length));
    ForkJoinPool.commonPool().execute(task);
    try {
      int count = task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      requireRate(count);
      return count;
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no data for " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (ExecutionException e) {
      throw new IOException("the connection broke: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private void requireRate(int count) throws HttpTimeoutException {
    bytesInSpan += Math.max(0, count);
    Duration span = Duration.ofNanos(System.nanoTime() - spanStart);
    if (count >= 0 && span.compareTo(timeout) >= 0) {
      if (1_000 * bytesInSpan < LEAST_PER_SECOND * span.toMillis()) {
        throw new HttpTimeoutException(
            "too slow: " + bytesInSpan + " bytes in " + span.toMillis() + " ms");
      }
      spanStart = System.nanoTime();
      bytesInSpan = 0;
    }
  }

  static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the download was interrupted");
  }
}
