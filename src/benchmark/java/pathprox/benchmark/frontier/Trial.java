package pathprox.benchmark.frontier;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.matrix.RandomNumbers;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingOptions;

/**
 * What a competitor is given: samples to learn from, samples to be judged by, and how many steps it
 * may make for one network.
 *
 * @param problem network and batch size
 * @param data what is learned from, and what is judged by
 * @param seed of initialization and shuffling
 * @param iterations of all trainings that lead to one network together
 */
record Trial(Problem problem, Split data, long seed, int iterations) {
  private static final int FOLDS = 5;
  private static final double LAST_RATE = 0.01;

  /** The trial of an order: judged by the test set, or by a fold of the training set. */
  static Trial of(Problem problem, Order order) {
    Split data = problem.data(order.seed());
    Split parts = order.fold() == null ? data : fold(data.train(), order);
    return new Trial(problem, parts, order.seed(), order.iterations());
  }

  private static Split fold(Dataset train, Order order) {
    int[] rows = RandomNumbers.of(order.seed(), "folds", 0).permutation(train.size());
    int count = rows.length / FOLDS;
    int from = order.fold() * count;
    int[] judges = Arrays.copyOfRange(rows, from, from + count);
    int[] others =
        IntStream.range(0, rows.length)
            .filter(i -> i < from || i >= from + count)
            .map(i -> rows[i])
            .toArray();
    return new Split(train.rows(others), train.rows(judges));
  }

  Network start() {
    return problem.architecture().initialize(seed);
  }

  /** Trains from the start to the end; empty if the training diverges. */
  Optional<Network> train(Method method, LearningRate rate) {
    return train(start(), method, rate, 0, iterations);
  }

  /** The same at the method's own rate. */
  Optional<Network> train(Method method) {
    return train(start(), method, TrainingOptions.defaults(), 0, iterations);
  }

  /** Makes the steps of a part of the trial; empty if the training diverges. */
  Optional<Network> train(Network start, Method method, LearningRate rate, int from, int to) {
    TrainingOptions options =
        TrainingOptions.defaults().withLearningRate(iteration -> rate.at(from + iteration));
    return train(start, method, options, from, to);
  }

  private Optional<Network> train(
      Network start, Method method, TrainingOptions rates, int from, int to) {
    TrainingOptions options =
        rates
            .withIterations(to - from)
            .withBatchSize(problem.batchSize())
            .withRecordEvery(to)
            .withSeed(seed + from);
    Dataset train = data.train();
    try {
      return Optional.of(Trainer.with(options).train(start, train, method).network());
    } catch (TrainingDivergedException e) {
      return Optional.empty();
    }
  }

  /** A rate that falls along a cosine over some steps, to a hundredth. */
  static LearningRate falling(double rate, int from, int to) {
    return LearningRate.cosine(rate, from, to, LAST_RATE * rate);
  }

  /** The same over all steps. */
  LearningRate falling(double rate) {
    return falling(rate, 0, iterations);
  }
}
