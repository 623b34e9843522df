package pathprox.network;

import pathprox.matrix.RandomNumbers;

/** Weights and biases uniform in ±1/√fanIn. */
record KaimingUniform() implements Initialization {
  @Override
  public double draw(RandomNumbers random, int fanIn) {
    return (2 * random.nextDouble() - 1) / Math.sqrt(fanIn);
  }
}
