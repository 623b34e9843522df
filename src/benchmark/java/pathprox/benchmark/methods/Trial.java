package pathprox.benchmark.methods;

/**
 * A problem and how long it is trained on.
 *
 * @param problem what is learned
 * @param iterations how many steps each training makes
 * @param records of each training
 * @param fingerprint of all that its results depend on beside method and setting
 */
record Trial(Problem problem, int iterations, int records, String fingerprint) {
  static Trial of(Problem problem, Arguments arguments) {
    int iterations = arguments.iterations(problem);
    return new Trial(problem, iterations, arguments.records(), problem.fingerprint(iterations));
  }
}
