/**
 * What is measured on a network: losses and accuracies on data, norms, active units, the distance
 * from a stationary point, and what norms and width guarantee.
 *
 * <p>May import {@code loss}, {@code penalty}, {@code data}, {@code network} and {@code tensor}. A
 * new metric is one new class.
 */
package pathprox.metrics;
