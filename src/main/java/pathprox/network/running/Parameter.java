package pathprox.network.running;

import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;

/** An array of trainable numbers, and what a method keeps beside them. */
public final class Parameter {
  private final int number;
  private final Matrix value;
  private final Arena arena;
  private final int allRows;
  private Matrix velocity;

  /**
   * Makes a parameter of all rows of {@code value}, which is not copied; {@code number} is its
   * place among all of a network, from 0: the weights of a layer, then its bias. The velocity comes
   * from {@code arena}.
   */
  public Parameter(int number, Matrix value, Arena arena) {
    this.number = number;
    this.value = value;
    this.arena = arena;
    allRows = value.rows();
  }

  /** {@return its place among all parameters of a network, from 0} */
  public int number() {
    return number;
  }

  /** {@return the numbers; a live matrix: changing it changes the network} */
  public Matrix value() {
    return value;
  }

  /**
   * {@return an array for what a method keeps beside the numbers, such as an average of gradients:
   * a live matrix of their shape, 0 at first, whose rows move with theirs; the first call allocates
   * it}
   */
  public Matrix velocity() {
    if (velocity == null) {
      velocity = arena.zeros(value.type(), allRows, value.columns());
      velocity.reshape(value.rows(), value.columns());
    }
    return velocity;
  }

  /** With the rows of inactive units. */
  String size() {
    return allRows + "×" + value.columns();
  }

  /** Shows the first rows of the memory only. */
  void showFirst(int rows) {
    value.reshape(rows, value.columns());
    if (velocity != null) {
      velocity.reshape(rows, value.columns());
    }
  }

  /** Keeps the rows that are shown, and those of the velocity if there is one. */
  void keep(State state) {
    state.keep("value", value);
    if (state.keep("moves", velocity != null)) {
      state.keep("velocity", velocity());
    }
  }

  void swapRows(int row, int other, Buffer buffer) {
    Matrix scratch = buffer.matrix(value.type(), 2, value.columns());
    swapRows(value, row, other, scratch);
    if (velocity != null) {
      swapRows(velocity, row, other, scratch);
    }
  }

  private static void swapRows(Matrix matrix, int row, int other, Matrix scratch) {
    scratch.putRows(0, matrix, row, 1);
    scratch.putRows(1, matrix, other, 1);
    matrix.putRows(row, scratch, 1, 1);
    matrix.putRows(other, scratch, 0, 1);
  }

  /** {@return a parameter of zeros, of the same number and size, with memory from {@code other}} */
  public Parameter zeros(Arena other) {
    return new Parameter(number, other.zeros(value.type(), allRows, value.columns()), other);
  }

  @Override
  public String toString() {
    return "parameter %s, %s".formatted(number, value);
  }
}
