package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.network.running.Stage;

/** A layer without parameters, such as an activation. */
public interface ParameterFreeLayer extends Layer {
  /**
   * {@return whether a unit's positive scale passes through this layer: f(αx) = αf(x) for α &gt; 0,
   * and output channel i depends on input channel i alone} True for the rectifier, for instance;
   * false for tanh.
   */
  boolean keepsUnits();

  /**
   * {@return the least known c, 0 or more, with ‖f(x) − f(y)‖ ≤ c·‖x − y‖, in Euclidean norms over
   * whole samples, and where units are kept over each channel too; infinite, as here, if none is}
   */
  default double lipschitz() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * {@return a new stage of this layer, for samples of the shape {@code input} before it, whose
   * buffers come from {@code arena}}
   */
  Stage stage(Shape input, Arena arena);
}
