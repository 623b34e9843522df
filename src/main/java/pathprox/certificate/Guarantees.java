package pathprox.certificate;

import pathprox.network.Network;

/**
 * What the norms and the width of a network guarantee.
 *
 * @param lipschitz how far outputs can move when inputs do
 * @param width active units against how many a best network needs
 */
public record Guarantees(LipschitzBound lipschitz, WidthBound width) {
  /** {@return what {@code network} guarantees after training on {@code samples}, 1 or more} */
  public static Guarantees of(Network network, int samples) {
    return new Guarantees(LipschitzBound.of(network), WidthBound.of(network, samples));
  }

  @Override
  public String toString() {
    return lipschitz + "\n" + width;
  }
}
