package pathprox.benchmark.frontier;

import pathprox.method.Method;
import pathprox.method.Step;
import pathprox.method.Task;
import pathprox.network.running.WorkingNetwork;

/**
 * D-Gating (arXiv:2509.23898): the weights out of a unit are v_i = u_i·g_i^(D−1), a vector times D
 * − 1 scalar gates, and (λ/2)·‖·‖² decays u, gates and all other weights; heavy-ball gradient
 * descent does the rest.
 *
 * <p>At balance that penalizes a power of ‖v_i‖, without any step that is not smooth. Gates that
 * start from the same number stay equal, so a unit needs one of them.
 *
 * @param lambda the strength λ, 0 or more
 * @param depth D, the number of factors of v_i, 2 or more
 * @param momentum the heavy-ball factor, at least 0 and below 1
 */
record GatedDecay(double lambda, int depth, double momentum) implements Method {
  @Override
  public String name() {
    return "D-Gating λ=%s, D=%d".formatted(lambda, depth);
  }

  @Override
  public Step prepare(WorkingNetwork network, Task task) {
    return new GatedStep(network, this);
  }
}
