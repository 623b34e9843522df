package pathprox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an HTTP response as a stream that never waits longer than a timeout.
 *
 * <p>The time limit of the JDK's client ends with the headers; a server that falls silent after
 * them would hold a reader forever.
 */
final class ResponseStream extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {
  private static final List<ByteBuffer> END = List.of();

  private final Duration timeout;
  // One piece is asked for at a time, so that the queue stays short.
  private final BlockingQueue<List<ByteBuffer>> pieces = new LinkedBlockingQueue<>();
  private volatile Flow.Subscription subscription;
  private volatile Throwable failure;
  private Iterator<ByteBuffer> buffers = END.iterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private boolean ended;

  ResponseStream(Duration timeout) {
    this.timeout = timeout;
  }

  /** Returns what a reader throws when its thread is interrupted, and keeps the thread so. */
  static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("the download was interrupted");
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    while (!current.hasRemaining()) {
      if (buffers.hasNext()) {
        current = buffers.next();
      } else if (!awaitPiece()) {
        return -1;
      }
    }
    int count = Math.min(length, current.remaining());
    current.get(target, offset, count);
    return count;
  }

  @Override
  public void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    started.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    pieces.add(piece);
  }

  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
    pieces.add(END);
  }

  @Override
  public void onComplete() {
    pieces.add(END);
  }

  private boolean awaitPiece() throws IOException {
    if (ended) {
      return false;
    }
    List<ByteBuffer> piece = take();
    if (piece == null) {
      throw new HttpTimeoutException("no data for " + timeout.toMillis() + " ms");
    }
    ended = piece == END;
    if (failure != null) {
      throw new IOException("the connection broke: " + failure.getMessage(), failure);
    }
    if (!ended) {
      subscription.request(1);
    }
    buffers = piece.iterator();
    return !ended;
  }

  private List<ByteBuffer> take() throws IOException {
    try {
      return pieces.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }
}
