package pathprox.network;

import pathprox.matrix.RandomNumbers;

/** Weights normal with variance 2/fanIn, biases 0. */
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
