package pathprox.benchmark.methods;

import pathprox.method.Method;
import pathprox.training.TrainingOptions;

/**
 * A method with the learning rate it is run at.
 *
 * @param contender the method
 * @param schedule what becomes of the rate
 * @param rate γ at the start; with {@link Schedule#OWN} a multiple of the method's default
 */
record Setting(Contender contender, Schedule schedule, double rate) {
  /** What becomes of a learning rate during a training. */
  enum Schedule {
    /** It stays. */
    CONSTANT,
    /** It falls in a straight line and would be 0 behind the last iteration. */
    FALLING,
    /** The method is told one rate, and does with it what it does. */
    OWN
  }

  /** The options with the learning rate; the method's own is left to the method. */
  TrainingOptions applyTo(TrainingOptions options, Method method) {
    int iterations = options.iterations();
    return switch (schedule) {
      case CONSTANT -> options.withLearningRate(rate);
      case FALLING ->
          options.withLearningRate(iteration -> rate * (1 - (double) iteration / iterations));
      case OWN ->
          rate == 1 ? options : options.withLearningRate(rate * method.defaultLearningRate());
    };
  }
}
