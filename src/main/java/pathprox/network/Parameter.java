package pathprox.network;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.Transpose;

/**
 * An array of trainable numbers, and where its gradient goes.
 *
 * <p>A gradient is never formed on its own: the product that computes it adds it to a destination,
 * {@code destination ← keep·destination + factor·gradient}. With the numbers themselves as
 * destination, keep 1 and factor −γ, the product is the descent step.
 */
public final class Parameter {
  private final Matrix value;
  private Matrix velocity;
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

  /** {@return the numbers; a live matrix: changing it changes the working copy} */
  public Matrix value() {
    return value;
  }

  /**
   * Returns an array for what a method keeps beside the numbers, such as an average of gradients; 0
   * at first.
   *
   * <p>The first call allocates it, and must come while all units are in the working sets. From
   * then on its rows move with those of the numbers.
   *
   * @return a live matrix of the shape of {@link #value}
   */
  public Matrix velocity() {
    if (velocity == null) {
      velocity = new Arena().zeros(value.type(), value.rows(), value.columns());
    }
    return velocity;
  }

  boolean hasVelocity() {
    return velocity != null;
  }

  /** Shows other rows of the same memory. */
  void showRows(int from, int count) {
    value.showRows(from, count);
    if (velocity != null) {
      velocity.showRows(from, count);
    }
  }

  /** Shows other rows of the same memory, from the first on. */
  void reshape(int rows) {
    value.reshape(rows, value.columns());
    if (velocity != null) {
      velocity.reshape(rows, value.columns());
    }
  }

  void swapRows(int row, int other, Buffer buffer) {
    Matrix scratch = buffer.matrix(value.type(), 2, value.columns());
    value.swapRows(row, other, scratch);
    if (velocity != null) {
      velocity.swapRows(row, other, scratch);
    }
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

  @Override
  public String toString() {
    return "parameter, " + value;
  }
}
