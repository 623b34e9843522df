package pathprox.matrix;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of a matrix and its kernels in one precision, for parts of loops: nothing is checked,
 * and an index counts elements from the first one on.
 */
abstract sealed class Elements permits Matrix {
  private final INDArray owner; // keeps the memory alive that pointers refer to
  private final DataType type;
  private final long capacity;

  Elements(INDArray owner) {
    this.owner = owner;
    type = owner.dataType();
    capacity = owner.length();
  }

  /** {@return the type of the elements, {@code FLOAT} or {@code DOUBLE}} */
  public final DataType type() {
    return type;
  }

  final INDArray owner() {
    return owner;
  }

  final long capacity() {
    return capacity;
  }

  /** Gives the memory back, and with it what views show. */
  final void free() {
    owner.close();
  }

  abstract double get(int index);

  abstract void set(int index, double value);

  abstract void copy(int to, int toStep, Matrix source, int from, int fromStep, int length);

  /** Copies all elements from an address or to it. */
  abstract void copy(long address, boolean isFrom);

  abstract void scale(int from, int length, double factor);

  abstract void axpy(int from, int length, double alpha, Matrix x);

  abstract double sumOfSquares(int from, int length);

  /** Σ|x|: 0 only if all elements are 0, while their squares may round to it. */
  abstract double sumOfMagnitudes(int from, int length);

  /** Each of some rows ← the vector. */
  abstract void repeat(int from, int count, Matrix vector);

  abstract void fill(int from, int to, double value);

  /** As {@link Matrix#descendBy}. */
  abstract void descend(int from, int to, Matrix m, double decay, double rate);

  abstract void relu(int from, int to);

  /** As {@link Matrix#maskByRelu}. */
  abstract void mask(int from, int to, Matrix activations);

  /** Elements c from one on ← alpha·(column sums of rows that are not empty) + beta·c. */
  abstract void sumColumns(double alpha, RowBlock rows, double beta, int from);

  /** Rows c of this, or parts of them, ← alpha·a·b + beta·c, for parts of others, none empty. */
  abstract void product(double alpha, RowBlock a, RowBlock b, double beta, RowBlock c);
}
