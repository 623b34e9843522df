package pathprox.matrix;

/**
 * A stream of pseudo-random numbers that is fixed by a seed, a role and an index, on every
 * platform; different roles or indices give unrelated streams, so that one seed serves a whole run.
 * SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
public final class RandomNumbers {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private RandomNumbers(long state) {
    this.state = state;
  }

  /**
   * {@return a new stream, fixed by the {@code seed} of a run, the {@code role} that says what the
   * numbers are for, and the {@code index} of a layer, epoch or the like}
   */
  public static RandomNumbers of(long seed, String role, long index) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < role.length(); i++) {
      state = mix(state + GOLDEN_GAMMA + role.charAt(i));
    }
    return new RandomNumbers(mix(state + GOLDEN_GAMMA * (index + 1)));
  }

  /** {@return 64 random bits} */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** {@return a number from the uniform distribution on [0, 1), a multiple of 2⁻⁵³} */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * {@return a number from the uniform distribution on 0, …, {@code bound} − 1}
   *
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be >= 1, was " + bound);
    }
    return (int) (nextDouble() * bound);
  }

  /** {@return a finite number from the standard normal distribution (Box and Muller, 1958)} */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log1p(-nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }

  /** {@return a new array with 0, …, {@code n} − 1, each order with the same probability} */
  public int[] permutation(int n) {
    int[] order = new int[n];
    permute(order);
    return order;
  }

  /** {@code order} ← 0, …, n − 1, each order with the same probability (Fisher and Yates). */
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
