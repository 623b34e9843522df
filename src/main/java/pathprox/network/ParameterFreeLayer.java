package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.network.running.Stage;

/** A layer without parameters, such as an activation. */
public interface ParameterFreeLayer extends Layer {
  /**
   * {@return whether a unit's positive scale passes through this layer: f(αx) = αf(x) for α &gt; 0,
   * and output channel i depends on input channel i alone: true for the rectifier, for instance;
   * false for tanh}
   */
  boolean keepsUnits();

  /**
   * Bounds how far outputs move: ‖f(x) − f(y)‖ ≤ lipschitz·‖x − y‖, in Euclidean norms over whole
   * samples, and where units are kept over each channel too.
   *
   * @return 0 or more; infinite, as here, where no bound is known
   */
  default double lipschitz() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Makes this layer ready to run.
   *
   * @param input the shape of a sample before it
   * @param arena what its buffers come from
   * @return a new stage
   */
  Stage stage(Shape input, Arena arena);
}
