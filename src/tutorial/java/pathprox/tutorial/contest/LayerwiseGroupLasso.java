package pathprox.tutorial.contest;

import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;

/**
 * Group lasso without products: mean loss + λ·Σ(‖w_i‖ + ‖v_i‖) over paired units, by heavy-ball
 * steps and the block soft threshold of each w_i and each v_i (Wen et al., 2016, penalize filters
 * and channels in this way).
 *
 * <p>With the heavy-ball factor μ, γ/(1 − μ) is how far a constant gradient moves a weight, so
 * thresholds are λγ/(1 − μ): the stationary points are those of the objective. Weights in no pair
 * and biases are not penalized.
 *
 * @param lambda the strength λ, 0 or more
 * @param momentum the heavy-ball factor μ, at least 0 and below 1
 */
public record LayerwiseGroupLasso(double lambda, double momentum) implements Method {
  /** Throws an {@link IllegalArgumentException} if a number is out of its range. */
  public LayerwiseGroupLasso {
    new GroupLasso(lambda);
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be >= 0 and < 1, was " + momentum);
    }
  }

  @Override
  public String name() {
    return "group lasso λ=" + lambda;
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    return new LayerwiseGroupLassoStep(network, this);
  }
}
