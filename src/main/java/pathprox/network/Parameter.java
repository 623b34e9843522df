package pathprox.network;

import pathprox.tensor.Matrix;
import pathprox.tensor.Transpose;

/**
 * An array of trainable numbers, and where its gradient goes.
 *
 * <p>A gradient is never formed on its own: the product that computes it adds it to a destination,
 * {@code destination ← keep·destination + factor·gradient}. With the numbers themselves as
 * destination, keep 1 and factor −γ, the product is the descent step.
 */
public final class Parameter {
  private final Matrix value;
  private Matrix destination;
  private double factor;
  private double keep;

  /**
   * Makes a parameter whose gradient goes into its own numbers, unchanged.
   *
   * @param value the numbers. Not copied.
   */
  public Parameter(Matrix value) {
    this.value = value;
    this.destination = value;
    this.keep = 1;
  }

  /**
   * Returns the numbers.
   *
   * @return the live matrix: changing it changes the working copy
   */
  public Matrix value() {
    return value;
  }

  /**
   * Says what the following backward passes do with the gradient.
   *
   * @param newDestination of the shape of {@link #value}, which it may be
   * @param newKeep factor of what the destination holds
   * @param newFactor factor of the gradient
   */
  public void sendGradient(Matrix newDestination, double newKeep, double newFactor) {
    destination = newDestination;
    keep = newKeep;
    factor = newFactor;
  }

  /** Sends op(left)·right, a gradient that is a product. */
  void send(Matrix left, Transpose turn, Matrix right) {
    destination.gemm(factor, left, turn, right, Transpose.NO, keep);
  }

  /** Sends the column sums of a matrix, the gradient of a bias. */
  void sendColumnSums(Matrix outputGradient) {
    destination.columnSums(factor, outputGradient, keep);
  }

  Matrix destination() {
    return destination;
  }

  double keep() {
    return keep;
  }

  double factor() {
    return factor;
  }
}
