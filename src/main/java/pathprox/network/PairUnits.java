package pathprox.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;

/**
 * The units of one pair in a working copy: those of the working set first, the others behind them.
 *
 * <p>The weights out of the others are 0, so that they take no part in forward and backward passes.
 * {@link #measureOthers} computes what would bring them back, the gradient of these weights. Units
 * change places in memory; {@link WorkingCopy#snapshot} gives them in their own order.
 */
public final class PairUnits {
  private final LayerParameters incoming;
  private final LayerParameters outgoing;
  private final ParametricStage into;
  private final List<Stage> between;
  private final int[] order;
  private final int[] source;
  private final Matrix otherWeights;
  private final Matrix otherBias;
  private final Buffer activationBuffer = new Arena().buffer();
  private final Buffer gradientBuffer = new Arena().buffer();
  private final Buffer rowBuffer = new Arena().buffer();
  private final Buffer outgoingBuffer = new Arena().buffer();
  private final Buffer otherBuffer = new Arena().buffer();
  private final int taps;
  private int active;
  private Matrix gradient;

  /** The rows of the velocity of the weights out of the others; null until it is asked for. */
  private Matrix otherVelocity;

  /** Starts with all units in the working set; the stages between are used for the others alone. */
  PairUnits(
      LayerParameters incoming,
      LayerParameters outgoing,
      ParametricStage into,
      List<Stage> between) {
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.into = into;
    this.between = between;
    active = incoming.weights().value().rows();
    taps = outgoing.weights().value().rows() / active;
    order = new int[active];
    source = new int[active];
    for (int i = 0; i < active; i++) {
      order[i] = i;
    }
    otherWeights = incoming.weights().value().view();
    otherBias = incoming.bias().value().view();
    showOthers();
  }

  /** {@return the number of units of the working set, 0 to that of the pair} */
  public int active() {
    return active;
  }

  /** {@return the number of units outside the working set} */
  public int others() {
    return order.length - active;
  }

  /** {@return the live parameters of the layer into the units, those of the working set} */
  public LayerParameters incoming() {
    return incoming;
  }

  /** {@return the live parameters of the layer out of the units, those of the working set} */
  public LayerParameters outgoing() {
    return outgoing;
  }

  /** {@return the weights into the others; a live matrix, one row a unit} */
  public Matrix otherWeights() {
    return otherWeights;
  }

  /** {@return the biases of the others; a live matrix, one row a unit} */
  public Matrix otherBias() {
    return otherBias;
  }

  /**
   * {@return the gradient of the weights out of the others, of the last backward pass that measured
   * them; row r belongs to unit r modulo {@link #others}}
   */
  public Matrix otherGradient() {
    return gradient;
  }

  /**
   * Returns the rows of the velocity of the weights out of the others, in the order of {@link
   * #otherGradient}: they keep what they were when their units left the working set.
   *
   * <p>The first call must come while all units are in the working set.
   *
   * @return a live matrix
   */
  public Matrix otherVelocity() {
    if (otherVelocity == null) {
      Matrix v = outgoing.weights().velocity();
      otherVelocity = new Arena().zeros(v.type(), v.rows(), v.columns()).reshape(0, v.columns());
    }
    return otherVelocity;
  }

  /** Computes {@link #otherGradient} for the last batch. */
  void measureOthers(ParametricStage outOf, Matrix outputGradient) {
    Matrix values = into.otherOutputs(otherWeights, otherBias, activationBuffer);
    for (int i = 0; i < between.size(); i++) { // an iterator would be an allocation
      values = between.get(i).forward(values);
    }
    gradient = outOf.otherGradient(values, outputGradient, gradientBuffer);
  }

  /**
   * Chooses a new working set. Units that enter get the weights out of them from a matrix; those of
   * units that leave are lost.
   *
   * @param member for each unit in the present order, the others last, whether it will be active.
   *     Not modified.
   * @param entering the weights out of the others, row r for unit r modulo {@link #others}. Not
   *     modified; read only if a unit enters.
   */
  public void choose(boolean[] member, Matrix entering) {
    int next = 0;
    for (int i = 0; i < order.length; i++) {
      source[i] = i;
      next += member[i] ? 1 : 0;
    }
    showAll();
    int free = 0;
    for (int position = next; position < order.length; position++) {
      if (member[position]) {
        while (member[free]) {
          free++;
        }
        swap(free++, position);
      }
    }
    Matrix v = outgoing.weights().value();
    Matrix old = outgoingBuffer.copyRows(v, 0, v.rows());
    gather(v.reshape(taps * next, v.columns()), 0, old, entering);
    if (otherVelocity != null) {
      Matrix velocity = outgoing.weights().velocity();
      old = outgoingBuffer.copyRows(velocity, 0, velocity.rows());
      Matrix oldOthers = otherBuffer.copyRows(otherVelocity, 0, otherVelocity.rows());
      gather(velocity.reshape(v.rows(), v.columns()), 0, old, oldOthers);
      otherVelocity.reshape(taps * (order.length - next), v.columns());
      gather(otherVelocity, next, old, oldOthers);
    }
    active = next;
    showOthers();
  }

  private void swap(int position, int other) {
    incoming.weights().swapRows(position, other, rowBuffer);
    incoming.bias().swapRows(position, other, rowBuffer);
    int unit = order[position];
    order[position] = order[other];
    order[other] = unit;
    source[position] = other;
    source[other] = position;
  }

  /** Collects the rows of the units from a place on, whatever their number for one unit. */
  private void gather(Matrix rows, int from, Matrix ofActive, Matrix ofOthers) {
    for (int row = 0; row < rows.rows(); row++) {
      int units = rows.rows() / taps;
      int tap = row / units;
      int place = source[from + row % units];
      if (place < active) {
        rows.putRow(row, ofActive, tap * active + place);
      } else {
        rows.putRow(row, ofOthers, tap * others() + place - active);
      }
    }
  }

  private void showAll() {
    incoming.weights().showRows(0, order.length);
    incoming.bias().showRows(0, order.length);
  }

  private void showOthers() {
    incoming.weights().showRows(0, active);
    incoming.bias().showRows(0, active);
    otherWeights.showRows(active, others());
    otherBias.showRows(active, others());
  }

  /**
   * Returns the unit at a place in memory.
   *
   * @param position 0 to the number of units − 1, those of the working set first
   * @return the number of the unit in the network
   */
  public int unit(int position) {
    return order[position];
  }

  /**
   * Takes over the units of the same pair elsewhere, all active and in the order of the network.
   */
  void load(PairUnits other) {
    active = order.length;
    outgoing.weights().reshape(taps * active);
    if (otherVelocity != null) {
      otherVelocity.reshape(0, otherVelocity.columns());
    }
    showOthers();
    Matrix weights = other.incoming.weights().value().view().showRows(0, active);
    Matrix bias = other.incoming.bias().value().view().showRows(0, active);
    for (int position = 0; position < active; position++) {
      order[position] = position;
      incoming.weights().value().putRow(other.order[position], weights, position);
      incoming.bias().value().putRow(other.order[position], bias, position);
    }
    outgoing.weights().value().fill(0);
    other.putOutgoingInOrder(outgoing.weights().value());
  }

  /** Copies the weights into all units, in the order of the network. */
  INDArray incomingInOrder() {
    return inOrder(incoming.weights().value());
  }

  /** Copies the biases of all units, in the order of the network. */
  INDArray biasInOrder() {
    return inOrder(incoming.bias().value());
  }

  private INDArray inOrder(Matrix prefix) {
    Matrix all = prefix.view().showRows(0, order.length);
    Matrix result = new Arena().zeros(all.type(), all.rows(), all.columns());
    for (int position = 0; position < order.length; position++) {
      result.putRow(order[position], all, position);
    }
    return result.asArray();
  }

  /** Copies the weights out of all units, in the order of the network; 0 for the others. */
  INDArray outgoingInOrder() {
    Matrix v = outgoing.weights().value();
    Matrix result = new Arena().zeros(v.type(), taps * order.length, v.columns());
    putOutgoingInOrder(result);
    return result.asArray();
  }

  private void putOutgoingInOrder(Matrix result) {
    Matrix v = outgoing.weights().value();
    for (int row = 0; row < v.rows(); row++) {
      result.putRow(row / active * order.length + order[row % active], v, row);
    }
  }

  @Override
  public String toString() {
    return "%d of %d units in the working set".formatted(active, order.length);
  }
}
