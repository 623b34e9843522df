package pathprox.matrix;

/** Weights of a convolution turned by 180° with inputs and outputs exchanged. */
public final class MirroredWeights {
  private final Buffer buffer;

  /**
   * Makes an object that holds no memory yet.
   *
   * @param arena what its memory comes from
   */
  public MirroredWeights(Arena arena) {
    buffer = arena.buffer();
  }

  /**
   * Mirrors weights: what the {@linkplain Convolution#reversed reversed convolution} takes.
   *
   * @param weights [outputs × taps · inputs], or [taps · inputs × outputs]. Not modified.
   * @param taps pixels of the window
   * @param rowsAreOutputs which of the two
   * @return [taps · outputs × inputs], or [inputs × taps · outputs], overwritten by the next call:
   *     the other way round than the weights came, since whole rows can be copied then
   */
  public Matrix of(Matrix weights, int taps, boolean rowsAreOutputs) {
    return rowsAreOutputs ? fromOutputs(weights, taps) : fromInputs(weights, taps);
  }

  private Matrix fromOutputs(Matrix weights, int taps) {
    int outputs = weights.rows();
    int inputs = weights.columns() / taps;
    Matrix result = buffer.matrix(weights.type(), taps * outputs, inputs);
    for (int tap = 0; tap < taps && inputs > 0; tap++) {
      for (int output = 0; output < outputs; output++) {
        int from = output * weights.columns() + (taps - 1 - tap) * inputs;
        result.copy((tap * outputs + output) * inputs, 1, weights, from, 1, inputs);
      }
    }
    return result;
  }

  private Matrix fromInputs(Matrix weights, int taps) {
    int inputs = weights.rows() / taps;
    int outputs = weights.columns();
    Matrix result = buffer.matrix(weights.type(), inputs, taps * outputs);
    for (int tap = 0; tap < taps && outputs > 0; tap++) {
      for (int input = 0; input < inputs; input++) {
        int from = ((taps - 1 - tap) * inputs + input) * outputs;
        result.copy((input * taps + tap) * outputs, 1, weights, from, 1, outputs);
      }
    }
    return result;
  }

  @Override
  public String toString() {
    return "mirrored weights, " + buffer;
  }
}
