package pathprox.benchmark.convergence;

import pathprox.method.Method;

/**
 * A training as the command {@code start} describes it, in JSON.
 *
 * @param problem data, network and loss
 * @param method how to train
 * @param seed of initialization, shuffling and a random split
 * @param rate the learning rate; null for that of the problem
 * @param momentum of the heavy ball; other methods have none
 * @param momentumFrom the iteration from which the heavy ball has momentum; null where a
 *     safeguarded warm-up decides
 */
record Order(
    Problem problem,
    MethodKind method,
    long seed,
    Double rate,
    double momentum,
    Integer momentumFrom) {
  CurveRun start() {
    return new CurveRun(problem, seed, made(), rate == null ? problem.rate() : rate);
  }

  private Method made() {
    double lambda = problem.lambda();
    return switch (method) {
      case RECOMMENDED -> ConvergenceMethods.recommended(lambda);
      case PUBLISHED -> ConvergenceMethods.published(lambda);
      case WEIGHT_DECAY -> ConvergenceMethods.weightDecay(lambda);
      case HEAVY_BALL ->
          momentumFrom == null
              ? ConvergenceMethods.safeguarded(lambda, momentum)
              : ConvergenceMethods.heavyBall(lambda, momentum, momentumFrom);
    };
  }
}
