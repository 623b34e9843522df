package pathprox.benchmark.convergence;

import java.util.stream.IntStream;
import pathprox.data.Examples;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;
import pathprox.tensor.RandomNumbers;

/** The batches that the trainer would choose: each epoch in an order of its own. */
final class ShuffledBatches {
  private final Examples examples;
  private final int batchSize;
  private final long seed;
  private final int[] order;
  private final Buffer inputBuffer = new Buffer();
  private final Buffer targetBuffer = new Buffer();
  private int from;
  private int count;

  ShuffledBatches(Examples examples, int batchSize, long seed) {
    this.examples = examples;
    this.batchSize = batchSize;
    this.seed = seed;
    this.order = IntStream.range(0, examples.size()).toArray();
  }

  /** Chooses the batch of an iteration; iterations come one after the other. */
  void moveTo(int iteration) {
    int perEpoch = (order.length - 1) / batchSize + 1;
    if (iteration % perEpoch == 0) {
      RandomNumbers.of(seed, "shuffling", iteration / perEpoch).permute(order);
    }
    from = iteration % perEpoch * batchSize;
    count = Math.min(batchSize, order.length - from);
  }

  Matrix inputs() {
    return gather(inputBuffer, examples.inputs());
  }

  Matrix targets() {
    return gather(targetBuffer, examples.targets());
  }

  private Matrix gather(Buffer buffer, Matrix source) {
    Matrix batch = buffer.matrix(source.type(), count, source.columns());
    batch.gatherRows(source, order, from, count);
    return batch;
  }
}
