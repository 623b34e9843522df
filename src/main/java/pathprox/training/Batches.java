package pathprox.training;

import pathprox.data.Examples;
import pathprox.tensor.Buffer;
import pathprox.tensor.Matrix;
import pathprox.tensor.RandomNumbers;

/** Copies the batches of each epoch into the same memory; their order is f(seed, epoch). */
final class Batches {
  private final Examples examples;
  private final TrainingOptions options;
  private final int batchesPerEpoch;
  private final int[] order;
  private final Buffer inputBuffer = new Buffer();
  private final Buffer targetBuffer = new Buffer();
  private int epoch = -1;
  private int from;
  private int count;

  Batches(Examples examples, TrainingOptions options) {
    if (options.batchSize() > examples.size()) {
      throw new IllegalArgumentException(
          "batch size %d is more than the %d training samples"
              .formatted(options.batchSize(), examples.size()));
    }
    this.examples = examples;
    this.options = options;
    batchesPerEpoch = (examples.size() - 1) / options.batchSize() + 1;
    order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** Chooses the batch of an iteration. */
  void moveTo(int iteration) {
    if (options.shuffles() && iteration / batchesPerEpoch != epoch) {
      epoch = iteration / batchesPerEpoch;
      RandomNumbers.of(options.seed(), "shuffling", epoch).permute(order);
    }
    from = iteration % batchesPerEpoch * options.batchSize();
    count = Math.min(options.batchSize(), order.length - from);
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
