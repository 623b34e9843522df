package pathprox.matrix;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Elements in native memory, seen from a place on, and what is done to runs of them, unchecked: a
 * {@link Matrix} adds the shape. It is a part of the matrix, since one pointer more to what losses
 * read made toy steps up to 13 % slower.
 */
abstract sealed class Memory permits Matrix {
  /** Keeps the memory alive that the pointers of the subclasses refer to. */
  private final INDArray owner;

  private final long capacity;
  private int offset;

  Memory(INDArray owner) {
    this.owner = owner;
    capacity = owner.length();
  }

  static Matrix of(INDArray owner, Arena arena, int rows, int columns) {
    return switch (owner.dataType()) {
      case FLOAT -> new FloatMatrix(owner, arena, rows, columns);
      case DOUBLE -> new DoubleMatrix(owner, arena, rows, columns);
      default ->
          throw new IllegalArgumentException(
              "type must be FLOAT or DOUBLE, was " + owner.dataType());
    };
  }

  final INDArray owner() {
    return owner;
  }

  final long capacity() {
    return capacity;
  }

  final int offset() {
    return offset;
  }

  final void moveTo(int newOffset) {
    offset = newOffset;
    moved();
  }

  /** Called when the first element has moved. */
  abstract void moved();

  /** Gives the memory back, and with it what views show. */
  final void free() {
    owner.close();
  }

  abstract double get(int index);

  abstract void set(int index, double value);

  abstract void copy(int to, int toStep, Memory source, int from, int fromStep, int length);

  abstract void scale(int from, int length, double factor);

  abstract void axpy(int from, int length, double alpha, Memory x);

  abstract double sumOfSquares(int from, int length);

  /** Σ|x|: 0 only if all elements are 0, while their squares may round to it. */
  abstract double sumOfMagnitudes(int from, int length);

  abstract void fill(int length, double value);

  /** As {@link Matrix#descendBy}. */
  abstract void descend(int length, Memory m, double decay, double rate);

  abstract void relu(int length);

  /** As {@link Matrix#maskByRelu}. */
  abstract void mask(int length, Memory activations);

  /** Each of some rows ← the vector. */
  abstract void repeat(int rows, int columns, Memory vector);

  /** this ← alpha·(column sums of the source) + beta·this, for a source that is not empty. */
  abstract void sumColumns(double alpha, Matrix source, double beta);

  /** c, a part of this, ← alpha·op(a)·op(b) + beta·c, for parts of other matrices, none empty. */
  abstract void product(
      double alpha,
      RowBlock a,
      Transpose turnA,
      RowBlock b,
      Transpose turnB,
      double beta,
      RowBlock c);
}
