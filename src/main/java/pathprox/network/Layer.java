package pathprox.network;

import java.io.Serializable;

/**
 * One layer of an architecture, a value without state: a {@link ParametricLayer} or a {@link
 * ParameterFreeLayer}; its {@code toString} is its line in the summary of a network.
 */
public interface Layer extends Serializable {
  /**
   * {@return the shape of a sample after this layer, for the shape {@code input} before it}
   *
   * @throws IllegalArgumentException if the layer cannot take that shape, with both named
   */
  Shape outputShape(Shape input);
}
