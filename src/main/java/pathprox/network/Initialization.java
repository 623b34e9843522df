package pathprox.network;

import pathprox.tensor.RandomNumbers;

/** Draws the first value of one weight or bias. */
@FunctionalInterface
public interface Initialization {
  /**
   * Draws a value.
   *
   * @param random where the randomness comes from. Modified: its stream moves on.
   * @param fanIn the number of weights that lead into a unit, 1 or more
   * @return the value
   */
  double draw(RandomNumbers random, int fanIn);

  /**
   * The default of PyTorch's linear and convolutional layers, {@code kaiming_uniform} with a = √5:
   * weights and biases uniform in ±1/√fanIn (He, Zhang, Ren, Sun, ICCV 2015).
   *
   * @return the initialization
   */
  static Initialization kaimingUniform() {
    return (random, fanIn) -> (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
  }
}
