package pathprox.tutorial.contest;

import pathprox.data.Dataset;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** What one network of a {@link Contest} is trained with: samples, a seed, λ, a rate, and steps. */
public final class Trial {
  private static final int BATCH_SIZE = 100;
  private static final double LAST_PART = 0.01; // of the rate, at the end

  private final Dataset samples;
  private final long seed;
  private final double lambda;
  private final double rate;
  private final Progress progress;
  private int stepsLeft;

  Trial(Dataset samples, long seed, double lambda, double rate, int steps, Progress progress) {
    this.samples = samples;
    this.seed = seed;
    this.lambda = lambda;
    this.rate = rate;
    this.progress = progress;
    stepsLeft = steps;
  }

  /** {@return the seed, for the initial weights; that of the order of the samples is the same} */
  public long seed() {
    return seed;
  }

  /** {@return λ, of those that the contest tries} */
  public double lambda() {
    return lambda;
  }

  /**
   * Trains in batches of 100 samples, at a rate that falls along a cosine to a hundredth of that of
   * the trial.
   *
   * @param start where to start
   * @param method how
   * @param steps for so many steps, of those that the trial has left
   * @return the trained network
   * @throws IllegalArgumentException if the trial has fewer steps left
   */
  public Network train(Network start, Method method, int steps) {
    LearningRate falling = LearningRate.cosine(rate, 0, steps, LAST_PART * rate);
    return train(start, method, TrainingOptions.defaults().withLearningRate(falling), steps);
  }

  /**
   * Trains in batches of 100 samples, with the step sizes that the method chooses.
   *
   * @param start where to start
   * @param method how
   * @param steps for so many steps, of those that the trial has left
   * @return the trained network
   * @throws IllegalArgumentException if the trial has fewer steps left
   */
  public Network trainAtOwnRate(Network start, Method method, int steps) {
    return train(start, method, TrainingOptions.defaults(), steps);
  }

  private Network train(Network start, Method method, TrainingOptions rates, int steps) {
    if (steps > stepsLeft) {
      throw new IllegalArgumentException(
          "the trial has " + stepsLeft + " steps left, found " + steps);
    }
    stepsLeft -= steps;
    TrainingOptions options =
        rates
            .withIterations(steps)
            .withBatchSize(Math.min(BATCH_SIZE, samples.size()))
            .withRecordEvery(steps)
            .withSeed(seed);
    return Trainer.with(options).countingFor(progress).train(start, samples, method).network();
  }

  @Override
  public String toString() {
    return "trial: seed %s, λ %s, rate %s, %s steps left".formatted(seed, lambda, rate, stepsLeft);
  }
}
