package pathprox.benchmark.convergence;

/** Which of {@link ConvergenceMethods} an {@link Order} asks for. */
enum MethodKind {
  RECOMMENDED,
  PUBLISHED,
  WEIGHT_DECAY,
  HEAVY_BALL
}
