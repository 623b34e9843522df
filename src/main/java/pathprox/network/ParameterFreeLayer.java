package pathprox.network;

/** A layer without parameters, such as an activation. */
public interface ParameterFreeLayer extends Layer {
  /**
   * Tells whether a unit's positive scale passes through this layer: f(αx) = αf(x) for α &gt; 0,
   * and output channel i depends on input channel i alone.
   *
   * @return true for the rectifier, for instance; false for tanh
   */
  boolean keepsUnits();

  /**
   * Makes this layer ready to run.
   *
   * @param input the shape of a sample before it
   * @return a new stage with buffers of its own
   */
  Stage stage(Shape input);
}
