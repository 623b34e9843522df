package pathprox.network;

import pathprox.matrix.RandomNumbers;

/** Draws the first value of one weight, and of one bias if biases are drawn otherwise. */
@FunctionalInterface
public interface Initialization {
  /** {@return a weight from {@code random} for a unit that {@code fanIn} weights lead into} */
  double draw(RandomNumbers random, int fanIn);

  /** {@return a bias for such a unit, from {@code random} and {@code fanIn} like a weight} */
  default double drawBias(RandomNumbers random, int fanIn) {
    return draw(random, fanIn);
  }

  /**
   * {@return the default of PyTorch's linear and convolutional layers, {@code kaiming_uniform} with
   * a = √5: weights and biases uniform in ±1/√fanIn (He, Zhang, Ren, Sun, ICCV 2015)}
   */
  static Initialization kaimingUniform() {
    record KaimingUniform() implements Initialization {
      @Override
      public double draw(RandomNumbers random, int fanIn) {
        return (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
      }
    }
    return new KaimingUniform();
  }

  /**
   * {@return what the published VGG19 (models/vgg.py) starts from: weights normal with mean 0 and
   * variance 2/fanIn, which keeps the size of activations through rectifiers (He, Zhang, Ren, Sun,
   * ICCV 2015, equation 10); biases 0}
   */
  static Initialization kaimingNormal() {
    record KaimingNormal() implements Initialization {
      @Override
      public double draw(RandomNumbers random, int fanIn) {
        return random.nextGaussian() * Math.sqrt(2.0 / fanIn);
      }

      @Override
      public double drawBias(RandomNumbers random, int fanIn) {
        return 0;
      }
    }
    return new KaimingNormal();
  }
}
