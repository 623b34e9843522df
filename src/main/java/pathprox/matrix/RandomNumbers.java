package pathprox.matrix;

/**
 * A stream of pseudo-random numbers that is fixed by a seed, a role and an index.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014). The same three values give the same stream on every platform and Java
 * version; different roles or indices give unrelated streams, so that one seed serves a whole run.
 */
public final class RandomNumbers {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomNumbers(long state) {
    this.state = state;
  }

  /**
   * Starts the stream of one role, such as the shuffling of one epoch.
   *
   * @param seed the seed of the run, any value
   * @param role what the numbers are for
   * @param index which stream of that role, such as the number of the layer or of the epoch
   * @return a new stream at its first number
   */
  public static RandomNumbers of(long seed, String role, long index) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < role.length(); i++) {
      state = mix(state + GOLDEN_GAMMA + role.charAt(i));
    }
    return new RandomNumbers(mix(state + GOLDEN_GAMMA * (index + 1)));
  }

  /**
   * Draws 64 random bits.
   *
   * @return any long, uniformly
   */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * Draws from the uniform distribution on [0, 1).
   *
   * @return a multiple of 2⁻⁵³
   */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * Draws from the uniform distribution on 0, …, bound − 1.
   *
   * @param bound the number of possible values, 1 or more
   * @return the drawn value
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be >= 1, was " + bound);
    }
    return (int) (nextDouble() * bound);
  }

  /**
   * Draws from the standard normal distribution (Box and Muller, 1958).
   *
   * @return the drawn value, always finite
   */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log1p(-nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }

  /**
   * Draws an order of 0, …, n − 1, each order with the same probability.
   *
   * @param n how many numbers, 0 or more
   * @return a new array that holds each number once
   */
  public int[] permutation(int n) {
    int[] order = new int[n];
    permute(order);
    return order;
  }

  /**
   * Draws an order of 0, …, n − 1 into an array, each order with the same probability (Fisher and
   * Yates).
   *
   * @param order receives each number below its length once. Modified.
   */
  public void permute(int[] order) {
    for (int i = 0; i < order.length; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return "random numbers, state %016x".formatted(state);
  }
}
