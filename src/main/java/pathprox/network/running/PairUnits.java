package pathprox.network.running;

import java.util.Arrays;
import pathprox.matrix.Arena;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;

/**
 * The units of one pair in memory: those of the working set first, the inactive ones after them.
 *
 * <p>The weights out of inactive units are 0, so that passes leave them out; the gradient of these
 * weights, {@link #inactiveGradient}, would bring them back. Units change places in memory; copies
 * of the parameters have them in the order of the network.
 */
public final class PairUnits {
  private final LayerParameters incoming;
  private final LayerParameters outgoing;
  private final Arena arena;
  private final int[] order;
  private final int[] source;
  private final Matrix inactiveWeights;
  private final Matrix inactiveBias;
  private final Buffer rowBuffer;
  private final Buffer outgoingBuffer;
  private final Buffer inactiveBuffer;
  private final int taps;
  private int active;
  private Matrix inactiveGradient;
  private Matrix inactiveVelocity; // null until asked for

  /** Starts with all units in the working set. */
  PairUnits(LayerParameters incoming, LayerParameters outgoing, Arena arena) {
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.arena = arena;
    rowBuffer = arena.buffer();
    outgoingBuffer = arena.buffer();
    inactiveBuffer = arena.buffer();
    active = incoming.weights().value().rows();
    taps = outgoing.weights().value().rows() / active;
    order = new int[active];
    source = new int[active];
    Arrays.setAll(order, place -> place);
    inactiveWeights = incoming.weights().value().view();
    inactiveBias = incoming.bias().value().view();
    show(active);
  }

  /** {@return the number of units of the working set, 0 to {@link #all}} */
  public int active() {
    return active;
  }

  /** {@return the number of units outside the working set} */
  public int inactive() {
    return order.length - active;
  }

  /** {@return the number of units of the pair} */
  public int all() {
    return order.length;
  }

  /** {@return how many rows of the outgoing weights belong to one unit} */
  public int taps() {
    return taps;
  }

  /** {@return the live parameters of the layer into the units, those of the working set} */
  public LayerParameters incoming() {
    return incoming;
  }

  /** {@return the live parameters of the layer out of the units, those of the working set} */
  public LayerParameters outgoing() {
    return outgoing;
  }

  /** {@return the weights into inactive units; a live matrix, one row a unit} */
  public Matrix inactiveWeights() {
    return inactiveWeights;
  }

  /** {@return the biases of inactive units; a live matrix, one row a unit} */
  public Matrix inactiveBias() {
    return inactiveBias;
  }

  /**
   * {@return the gradient of the weights out of inactive units by the last backward pass that
   * measured them; row r belongs to unit r modulo {@link #inactive}}
   */
  public Matrix inactiveGradient() {
    return inactiveGradient;
  }

  void takeInactiveGradient(Matrix gradient) {
    inactiveGradient = gradient;
  }

  /**
   * {@return the velocity of the weights out of inactive units, as {@link #inactiveGradient}: a
   * live matrix, 0 at first; rows stay as they were when their units left}
   */
  public Matrix inactiveVelocity() {
    if (inactiveVelocity == null) {
      Matrix v = outgoing.weights().velocity();
      inactiveVelocity = arena.zeros(v.type(), taps * order.length, v.columns());
      inactiveVelocity.reshape(taps * inactive(), v.columns());
    }
    return inactiveVelocity;
  }

  /** {@return the number in the network of the unit at {@code place} in memory, from 0} */
  public int unit(int place) {
    return order[place];
  }

  /**
   * Makes the units that {@code member} names, in the present order with the inactive ones last,
   * the working set. The weights out of those that leave are lost; those that enter take theirs
   * from {@code entering}, row r for unit r modulo {@link #inactive}. Neither is modified.
   */
  public void choose(boolean[] member, Matrix entering) {
    int next = 0;
    for (int i = 0; i < order.length; i++) {
      source[i] = i;
      next += member[i] ? 1 : 0;
    }
    incoming.weights().showFirst(order.length);
    incoming.bias().showFirst(order.length);
    int free = 0;
    for (int place = next; place < order.length; place++) {
      if (member[place]) {
        while (member[free]) {
          free++;
        }
        swap(free++, place);
      }
    }
    Matrix v = outgoing.weights().value();
    Matrix old = outgoingBuffer.copyRows(v, 0, v.rows());
    gather(v.reshape(taps * next, v.columns()), 0, old, entering);
    if (inactiveVelocity != null) {
      Matrix velocity = outgoing.weights().velocity();
      old = outgoingBuffer.copyRows(velocity, 0, velocity.rows());
      Matrix oldInactive = inactiveBuffer.copyRows(inactiveVelocity, 0, inactiveVelocity.rows());
      gather(velocity.reshape(v.rows(), v.columns()), 0, old, oldInactive);
      inactiveVelocity.reshape(taps * (order.length - next), v.columns());
      gather(inactiveVelocity, next, old, oldInactive);
    }
    show(next);
  }

  private void swap(int place, int other) {
    incoming.weights().swapRows(place, other, rowBuffer);
    incoming.bias().swapRows(place, other, rowBuffer);
    int unit = order[place];
    order[place] = order[other];
    order[other] = unit;
    source[place] = other;
    source[other] = place;
  }

  /** Collects the rows of the units from a place on, whatever their number for one unit. */
  private void gather(Matrix rows, int from, Matrix ofActive, Matrix ofInactive) {
    for (int row = 0; row < rows.rows(); row++) {
      int units = rows.rows() / taps;
      int tap = row / units;
      int place = source[from + row % units];
      if (place < active) {
        rows.putRows(row, ofActive, tap * active + place, 1);
      } else {
        rows.putRows(row, ofInactive, tap * inactive() + place - active, 1);
      }
    }
  }

  private void show(int units) {
    active = units;
    incoming.weights().showFirst(active);
    incoming.bias().showFirst(active);
    inactiveWeights.showRows(active, inactive());
    inactiveBias.showRows(active, inactive());
  }

  /** Keeps all rows in the order of the memory, in which products add them up. */
  void keep(State state) {
    int units = state.keep("active", active);
    state.keepIn("order", order);
    incoming.weights().showFirst(order.length);
    incoming.bias().showFirst(order.length);
    incoming.weights().keep(state.part("w"));
    incoming.bias().keep(state.part("b"));
    outgoing.weights().showFirst(taps * units);
    outgoing.weights().keep(state.part("v"));
    if (state.keep("inactiveMoves", inactiveVelocity != null)) {
      Matrix velocity = inactiveVelocity();
      velocity.reshape(taps * (order.length - units), velocity.columns());
      state.keep("inactiveVelocity", velocity);
    }
    show(units);
  }

  /** Takes over the units of the same pair elsewhere, all active, in the order of the network. */
  void copyFrom(PairUnits other) {
    outgoing.weights().showFirst(taps * order.length);
    if (inactiveVelocity != null) {
      inactiveVelocity.reshape(0, inactiveVelocity.columns());
    }
    show(order.length);
    for (int place = 0; place < order.length; place++) {
      boolean isActive = place < other.active;
      Matrix w = isActive ? other.incoming.weights().value() : other.inactiveWeights;
      Matrix b = isActive ? other.incoming.bias().value() : other.inactiveBias;
      int row = isActive ? place : place - other.active;
      incoming.weights().value().putRows(other.order[place], w, row, 1);
      incoming.bias().value().putRows(other.order[place], b, row, 1);
      order[place] = place;
    }
    Matrix v = other.outgoing.weights().value();
    outgoing.weights().value().fill(0);
    for (int row = 0; row < v.rows(); row++) {
      int unit = other.order[row % other.active];
      outgoing.weights().value().putRows(row / other.active * order.length + unit, v, row, 1);
    }
  }

  @Override
  public String toString() {
    return "%s of %s units in the working set".formatted(active, order.length);
  }
}
