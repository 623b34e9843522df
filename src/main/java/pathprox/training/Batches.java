package pathprox.training;

import pathprox.data.Augmentation;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/**
 * Copies the batches of each epoch into the same memory; their order is f(seed, epoch), and their
 * augmentation f(seed, iteration).
 */
final class Batches {
  private final Examples examples;
  private final Batching batching;
  private final int batchSize;
  private final int batchesPerEpoch;
  private final int[] order;
  private final Buffer inputBuffer;
  private final Buffer changedBuffer;
  private final Buffer targetBuffer;
  private int iteration;
  private int epoch = -1;
  private int from;
  private int count;

  Batches(Examples examples, Batching batching, Arena arena) {
    inputBuffer = arena.buffer();
    changedBuffer = arena.buffer();
    targetBuffer = arena.buffer();
    this.examples = examples;
    this.batching = batching;
    batchSize = Math.min(batching.size(), examples.size());
    batchesPerEpoch = (examples.size() - 1) / batchSize + 1;
    order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** The number of samples a step, at most that of all samples. */
  int batchSize() {
    return batchSize;
  }

  /** Chooses the batch of an iteration. */
  void moveTo(int newIteration) {
    iteration = newIteration;
    if (batching.shuffles() && iteration / batchesPerEpoch != epoch) {
      epoch = iteration / batchesPerEpoch;
      RandomNumbers.of(batching.seed(), "shuffling", epoch).permute(order);
    }
    from = iteration % batchesPerEpoch * batchSize;
    count = Math.min(batchSize, order.length - from);
  }

  Matrix inputs() {
    Matrix inputs = gather(inputBuffer, examples.inputs());
    return batching.augmentation().isPresent()
        ? changed(inputs, batching.augmentation().get())
        : inputs;
  }

  Matrix targets() {
    return gather(targetBuffer, examples.targets());
  }

  private Matrix changed(Matrix inputs, Augmentation augmentation) {
    Matrix changed = changedBuffer.matrix(inputs.type(), inputs.rows(), inputs.columns());
    augmentation.apply(
        inputs, RandomNumbers.of(batching.seed(), "augmentation", iteration), changed);
    return changed;
  }

  private Matrix gather(Buffer buffer, Matrix source) {
    Matrix batch = buffer.matrix(source.type(), count, source.columns());
    batch.gatherRows(source, order, from, count);
    return batch;
  }
}
