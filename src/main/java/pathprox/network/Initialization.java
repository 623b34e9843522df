package pathprox.network;

import pathprox.matrix.RandomNumbers;

/** Draws the first value of one weight, and of one bias if biases are drawn otherwise. */
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
   * Draws a bias.
   *
   * @param random where the randomness comes from. Modified: its stream moves on.
   * @param fanIn the number of weights that lead into a unit, 1 or more
   * @return the value; drawn like a weight unless this is overridden
   */
  default double drawBias(RandomNumbers random, int fanIn) {
    return draw(random, fanIn);
  }

  /**
   * The default of PyTorch's linear and convolutional layers, {@code kaiming_uniform} with a = √5:
   * weights and biases uniform in ±1/√fanIn (He, Zhang, Ren, Sun, ICCV 2015).
   *
   * @return the initialization
   */
  static Initialization kaimingUniform() {
    return new KaimingUniform();
  }

  /**
   * What the published VGG19 starts from: weights normal with mean 0 and variance 2/fanIn, which
   * keeps the size of activations through rectifiers (He, Zhang, Ren, Sun, ICCV 2015, equation 10);
   * biases 0. The authors' code (models/vgg.py) draws convolutions and classifier alike.
   *
   * @return the initialization
   */
  static Initialization kaimingNormal() {
    return new KaimingNormal();
  }
}
