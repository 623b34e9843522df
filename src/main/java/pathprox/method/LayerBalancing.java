package pathprox.method;

/**
 * Layer balancing: rescales pairs against each other so that all have the same path norm.
 *
 * <p>The product of the pairs' path norms is fixed under such rescaling, so their sum is least when
 * they are equal (arXiv:2210.03069, appendix on implementation). For networks of rectifiers it
 * leaves the function as it is; where something else lies between two pairs, such as tanh, a new
 * run begins.
 */
final class LayerBalancing {
  private static final double SMALLEST_PATH_NORM = 1e-6;

  private LayerBalancing() {}

  /**
   * Says whether all pairs have a path norm that can be balanced. The published code goes on where
   * one has none: then each step scales biases by another large number, until they overflow.
   *
   * @param pathNorms the path norm of each pair. Not modified.
   * @param from the first pair of a run
   * @param to the pair behind its last one
   */
  static boolean isPossible(double[] pathNorms, int from, int to) {
    for (int k = from; k < to; k++) {
      if (pathNorms[k] <= SMALLEST_PATH_NORM) {
        return false;
      }
    }
    return true;
  }

  /**
   * Turns path norms into scales: the outgoing bias of pair k takes scale[k], its outgoing weights
   * scale[k]/scale[k − 1], and the incoming bias of pair k + 1 scale[k].
   *
   * @param pathNorms the path norm of each pair of a run, between which scale passes. Modified:
   *     receives the scales
   * @param from the first pair of the run
   * @param to the pair behind its last one
   */
  static void toScales(double[] pathNorms, int from, int to) {
    double logSum = 0;
    for (int k = from; k < to; k++) {
      pathNorms[k] = Math.max(pathNorms[k], SMALLEST_PATH_NORM);
      logSum += Math.log(pathNorms[k]);
    }
    double geometricMean = Math.exp(logSum / (to - from));
    double scale = 1;
    for (int k = from; k < to; k++) {
      scale *= geometricMean / pathNorms[k];
      pathNorms[k] = scale;
    }
  }
}
