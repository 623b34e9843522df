package pathprox.training;

import java.util.stream.IntStream;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** Copies batches into the same memory: the order is f(seed, epoch), changes f(seed, iteration). */
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
    order = IntStream.range(0, examples.size()).toArray();
  }

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
    if (batching.augmentation().isEmpty()) {
      return inputs;
    }
    Matrix changed = changedBuffer.matrix(inputs.type(), inputs.rows(), inputs.columns());
    RandomNumbers random = RandomNumbers.of(batching.seed(), "augmentation", iteration);
    batching.augmentation().get().apply(inputs, random, changed);
    return changed;
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
