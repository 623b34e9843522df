package pathprox.method;

import pathprox.network.PairUnits;

/** What is known of the units of a pair after a step, by their places in memory. */
final class UnitStates {
  /** Whether v is not 0. */
  final boolean[] alive;

  /** ‖w‖, or the norm of w and its bias where that is penalized. */
  final double[] lengths;

  UnitStates(int units) {
    alive = new boolean[units];
    lengths = new double[units];
  }

  void set(int place, boolean isAlive, double wNorm) {
    alive[place] = isAlive;
    lengths[place] = wNorm;
  }

  /** Copies the states from their places in memory to those in the network. */
  void copyToOrder(UnitStates ordered, PairUnits units) {
    for (int place = 0; place < alive.length; place++) {
      int unit = units.unit(place);
      ordered.alive[unit] = alive[place];
      ordered.lengths[unit] = lengths[place];
    }
  }

  /** Undoes {@link #copyToOrder}, perhaps after units have changed places. */
  void copyFromOrder(UnitStates ordered, PairUnits units) {
    for (int place = 0; place < alive.length; place++) {
      int unit = units.unit(place);
      alive[place] = ordered.alive[unit];
      lengths[place] = ordered.lengths[unit];
    }
  }
}
