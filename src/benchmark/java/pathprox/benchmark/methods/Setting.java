package pathprox.benchmark.methods;

import pathprox.method.Method;
import pathprox.training.LearningRate;

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

  LearningRate learningRate(Method method, int iterations) {
    return switch (schedule) {
      case CONSTANT -> LearningRate.constant(rate);
      case FALLING -> iteration -> rate * (1 - (double) iteration / iterations);
      case OWN -> LearningRate.constant(rate * method.defaultLearningRate());
    };
  }
}
