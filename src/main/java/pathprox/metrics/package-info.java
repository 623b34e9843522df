/**
 * What is measured on a network: losses and accuracies on data, norms, active units, and accuracies
 * of disturbed inputs.
 *
 * <p>May import {@code loss}, {@code penalty}, {@code data}, {@code network} and {@code matrix}. A
 * new metric is one new class.
 */
package pathprox.metrics;
