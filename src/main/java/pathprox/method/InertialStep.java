package pathprox.method;

import pathprox.tensor.Matrix;

/** One iteration of a method with inertia, steered by a {@link Safeguard}. */
interface InertialStep {
  /**
   * Updates all parameters.
   *
   * @param outputGradient the gradient of the loss of the batch. Modified.
   * @param learningRate γ
   * @param inertia β
   * @param strength the share of the penalty that counts, 0 to 1
   */
  void take(Matrix outputGradient, double learningRate, double inertia, double strength);

  /** The penalty of the present parameters, λ included. */
  double penalty();

  /** Forgets all earlier steps, as the parameters were changed from outside. */
  void startAgain();
}
