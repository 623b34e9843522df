package pathprox.method;

import java.util.List;
import pathprox.network.PairUnits;
import pathprox.penalty.ProximablePenalty;
import pathprox.tensor.Matrix;

/**
 * One pair in the adaptive step: every unit has two step sizes, one for w_i and b_i and one for
 * v_i, so that both proximal operators keep their closed form.
 *
 * <p>Units are compared in the scale n_i = ‖(σw_i, b_i)‖ = 1, where σ is the size of the inputs;
 * what is kept of them is in that scale, whatever n_i is at the moment: w_i and b_i have the
 * gradients n_i·g, v_i has g/n_i.
 */
final class AdaptivePair {
  /** n_i is brought back to 1 where it leaves this factor. */
  private static final double DRIFT = 2;

  /** The part of the pair's largest path norm that no penalty takes from a frozen unit. */
  private static final double LEAST = 0.01;

  private final PairUnits units;
  private final ProximablePenalty penalty;
  private final double inputScale;
  private final Averaged w;
  private final Averaged bias;
  private final Averaged v;
  private final Averaged outgoingBias;

  /** The averages of the gradients of all v by unit, kept for those outside the working set. */
  private final Matrix restingAverage;

  private final int inputs;
  private final int outputs;

  private final SquaredGradients wSquares;
  private final SquaredGradients vSquares;
  private final SquaredGradients outgoingBiasSquares = new SquaredGradients(1);

  /** By unit: the present norms. */
  private final double[] wNorms;

  private final double[] vNorms;
  private final double[] lengths;

  /** By unit: whether its v is 0 for good. */
  private final boolean[] out;

  /** Whether the units that are not out never die. */
  private boolean frozen;

  /** δ, the path norm that the penalty leaves to a frozen unit. */
  private double least;

  /** The root mean square of ‖v‖ over units that are alive; the last one where none is. */
  private double vScale = 1;

  /** How far the v of a unit moves in the present step. */
  private double vStep;

  /** How many units had a v that is not 0 before the present step. */
  private int alive;

  /** By place. */
  private final boolean[] member;

  private final double[] entering;

  AdaptivePair(PairUnits units, ProximablePenalty penalty, double inputScale) {
    this.units = units;
    this.penalty = penalty;
    this.inputScale = inputScale;
    w = new Averaged(units.incoming().weights());
    bias = new Averaged(units.incoming().bias());
    v = new Averaged(units.outgoing().weights());
    outgoingBias = new Averaged(units.outgoing().bias());
    int count = units.active();
    inputs = w.value().columns();
    outputs = v.value().rows() / count * v.value().columns();
    restingAverage = Matrix.zeros(v.value().type(), v.value().rows(), v.value().columns());
    wSquares = new SquaredGradients(count);
    vSquares = new SquaredGradients(count);
    wNorms = new double[count];
    vNorms = new double[count];
    lengths = new double[count];
    out = new boolean[count];
    member = new boolean[count];
    entering = new double[count];
    startAgain();
  }

  /** Forgets all gradients, as the parameters were changed; all units are in the working set. */
  void startAgain() {
    List.of(w, bias, v, outgoingBias).forEach(Averaged::forget);
    List.of(wSquares, vSquares, outgoingBiasSquares).forEach(SquaredGradients::forget);
    for (int i = 0; i < units.active(); i++) {
      int unit = units.unit(i);
      if (out[unit]) {
        v.value().scaleUnit(i, units.active(), 0);
      }
      wNorms[unit] = Math.sqrt(w.value().unitSquares(i, units.active()));
      vNorms[unit] = Math.sqrt(v.value().unitSquares(i, units.active()));
      lengths[unit] = length(wNorms[unit], bias.value().get(i, 0));
    }
  }

  private double length(double wNorm, double b) {
    double length = Math.hypot(inputScale * wNorm, b);
    return length > 0 ? length : 1;
  }

  /** Lets the next backward pass write all gradients here. */
  void request(Pace pace) {
    w.request(pace.memory());
    bias.request(pace.memory());
    v.request(pace.memory());
    outgoingBias.request(pace.memory());
  }

  /** How many units the pair began with. */
  int count() {
    return vNorms.length;
  }

  double pathNorm(int unit) {
    return wNorms[unit] * vNorms[unit];
  }

  /** How large the gradients of v are, in the scale that units are compared in. */
  double gradient(int unit) {
    return vSquares.get(unit);
  }

  boolean isOut(int unit) {
    return out[unit];
  }

  /** Sets the v of all other units to 0, for good. */
  void keepOnly(boolean[] kept) {
    for (int i = 0; i < vNorms.length; i++) {
      int unit = units.unit(i);
      if (!kept[unit] && !out[unit]) {
        out[unit] = true;
        vNorms[unit] = 0;
        if (i < units.active()) {
          v.value().scaleUnit(i, units.active(), 0);
        }
      }
    }
  }

  /**
   * From now on, the units that are not out do not die: none is shrunk to less than 1/100 of what
   * is now the largest path norm. A penalty without a threshold would not do, as units that no
   * sample activates have no gradient to hold it.
   */
  void freeze() {
    frozen = true;
    double largest = 0;
    for (int unit = 0; unit < vNorms.length; unit++) {
      largest = Math.max(largest, pathNorm(unit));
    }
    least = LEAST * largest;
  }

  /** Σ f(‖w_i‖‖v_i‖) of the present parameters. */
  double penalty() {
    double sum = 0;
    for (int unit = 0; unit < wNorms.length; unit++) {
      sum += penalty.value(wNorms[unit] * vNorms[unit]);
    }
    return sum;
  }

  /** Moves all units of the working set and the outgoing bias. */
  void take(Pace pace) {
    alive = 0;
    double squares = 0;
    for (int unit = 0; unit < vNorms.length; unit++) {
      double norm = lengths[unit] * vNorms[unit];
      squares += norm * norm;
      alive += vNorms[unit] > 0 ? 1 : 0;
    }
    vScale = alive > 0 ? Math.sqrt(squares / alive) : vScale;
    wSquares.averageOver(vNorms);
    vSquares.averageOver(vNorms);
    double wStep = pace.step(alive, inputs);
    vStep = vScale * pace.step(alive, outputs);
    for (int i = 0; i < units.active(); i++) {
      if (!out[units.unit(i)]) {
        move(i, units.unit(i), wStep, pace);
      }
    }
    moveOutgoingBias(pace);
  }

  /** Gradient step, threshold of v and then of w, normalization. */
  private void move(int place, int unit, double wStep, Pace pace) {
    int count = units.active();
    double length = lengths[unit];
    v.addGradient(place, count, 1 - pace.memory());
    double square = v.gradient().unitSquares(place, count) / (length * length);
    vSquares.add(unit, square, pace);
    double vRate = vStep / vSquares.root(unit, pace) / (length * length);
    v.descend(place, count, vRate * pace.correction());
    double vNorm = Math.sqrt(v.value().unitSquares(place, count));
    if (vNorms[unit] == 0) { // w and b rest while v is 0
      double gradient = pace.correction() * v.norm(place, count);
      double certain = vRate * certain(unit, gradient, pace);
      threshold(place, unit, vNorm, shrunk(certain, wNorms[unit], vRate * pace.strength()));
      return;
    }
    w.addGradient(place, count, 1 - pace.memory());
    bias.addGradient(place, count, 1 - pace.memory());
    double g = bias.gradient().get(place, 0);
    double size = inputScale * inputScale;
    square = (w.gradient().unitSquares(place, count) / size + g * g) * length * length;
    wSquares.add(unit, square, pace);
    double rate = wStep / wSquares.root(unit, pace) * length * length;
    w.descend(place, count, rate / size * pace.correction());
    bias.descend(place, count, rate * pace.correction());
    double wNorm = Math.sqrt(w.value().unitSquares(place, count));
    // ‖w‖ as it was: by the one that has moved, ‖∂L/∂v‖ would come to rest above λ‖w‖
    double left = shrunk(vNorm, wNorms[unit], vRate * pace.strength());
    threshold(place, unit, vNorm, left);
    if (left == 0) { // comes to rest
      wNorms[unit] = wNorm;
      w.scale(place, count, 0);
      bias.scale(place, count, 0);
    } else {
      double wLeft = shrunk(wNorm, left, rate / size * pace.strength());
      if (wLeft != wNorm) {
        w.value().scaleUnit(place, count, wLeft / wNorm);
      }
      wNorms[unit] = wLeft;
    }
    normalize(place, unit);
  }

  private void threshold(int place, int unit, double vNorm, double left) {
    if (left != vNorm) {
      v.value().scaleUnit(place, units.active(), left == 0 ? 0 : left / vNorm);
    }
    vNorms[unit] = left;
  }

  /**
   * What counts of the averaged gradient of a unit that is 0: late, what noise does not explain.
   * But no pair stays dead, and what is frozen comes back.
   */
  private double certain(int unit, double gradient, Pace pace) {
    if (alive == 0 || frozen) {
      return gradient;
    }
    double length = lengths[unit];
    double variance = vSquares.average(unit, pace) * length * length - gradient * gradient;
    return Math.max(0, gradient - pace.margin(variance));
  }

  /** The proximal operator in one factor of the path norm; what is frozen keeps δ, if it has it. */
  private double shrunk(double norm, double other, double rate) {
    double left = penalty.proxOfFactor(norm, other, rate);
    return frozen && left * other < least ? Math.max(left, Math.min(norm, least / other)) : left;
  }

  private void normalize(int place, int unit) {
    int count = units.active();
    double length = length(wNorms[unit], bias.value().get(place, 0));
    if (length > DRIFT || length < 1 / DRIFT) {
      w.value().scaleUnit(place, count, 1 / length);
      bias.value().scaleUnit(place, count, 1 / length);
      v.value().scaleUnit(place, count, length);
      w.scale(place, count, length);
      bias.scale(place, count, length);
      v.scale(place, count, 1 / length);
      wNorms[unit] = Math.sqrt(w.value().unitSquares(place, count));
      vNorms[unit] = Math.sqrt(v.value().unitSquares(place, count));
      length = 1;
    }
    lengths[unit] = length;
  }

  /**
   * Moves as far as all v together, or as far as its own length asks for. It counts as a unit of
   * output 1: its gradient vanishes at the end, where those of v balance the penalty, so theirs are
   * the least that its step is divided by.
   */
  private void moveOutgoingBias(Pace pace) {
    Matrix c = outgoingBias.value();
    outgoingBias.addGradient(0, 1, 1 - pace.memory());
    outgoingBiasSquares.add(0, outgoingBias.gradient().sumOfSquares(), pace);
    double own = pace.step(1, 1) * Math.sqrt(c.sumOfSquares());
    double step = Math.max(own, vStep * Math.sqrt(Math.max(1, alive)));
    double rate = step / outgoingBiasSquares.rootAbove(vSquares, pace);
    outgoingBias.descend(0, 1, rate * pace.correction());
  }

  /**
   * Chooses the working set.
   *
   * @param measured whether the gradients of the others' v were measured
   * @param mayLeave whether units whose v is 0 leave
   */
  void chooseWorkingSet(Pace pace, boolean measured, boolean mayLeave) {
    boolean changes = false;
    for (int i = 0; i < member.length; i++) {
      boolean active = i < units.active();
      boolean isOut = out[units.unit(i)];
      entering[i] = !active && measured && !isOut ? measure(i, pace) : 0;
      boolean stays = !mayLeave || vNorms[units.unit(i)] > 0 || frozen && !isOut;
      member[i] = active ? stays : entering[i] > 0;
      changes |= member[i] != active;
    }
    if (changes) {
      change();
    }
  }

  /** Takes a gradient of a unit outside; returns by what its average becomes −v, 0 if v stays 0. */
  private double measure(int place, Pace pace) {
    int unit = units.unit(place);
    int others = units.others();
    Matrix gradient = units.otherGradient();
    double length = lengths[unit];
    double squares = 0;
    double sum = 0;
    for (int tap = 0; tap * others < gradient.rows(); tap++) {
      int row = tap * others + place - units.active();
      int kept = tap * wNorms.length + unit;
      squares += gradient.unitSquares(row, gradient.rows());
      restingAverage.addToRow(kept, pace.memory(), 1 - pace.memory(), gradient, row);
      sum += restingAverage.unitSquares(kept, restingAverage.rows());
      gradient.putRow(row, restingAverage, kept);
    }
    vSquares.add(unit, squares / (length * length), pace);
    double rate = vStep / vSquares.root(unit, pace) / (length * length);
    double norm = pace.correction() * Math.sqrt(sum);
    double left = shrunk(rate * certain(unit, norm, pace), wNorms[unit], rate * pace.strength());
    vNorms[unit] = left;
    return left == 0 ? 0 : pace.correction() * left / norm;
  }

  private void change() {
    int before = units.active();
    Matrix average = v.average();
    double[] factors = new double[wNorms.length];
    boolean[] enters = new boolean[wNorms.length];
    for (int i = 0; i < member.length; i++) {
      if (i < before && !member[i]) {
        for (int tap = 0; tap * before < v.value().rows(); tap++) {
          restingAverage.putRow(tap * wNorms.length + units.unit(i), average, tap * before + i);
        }
      }
      enters[units.unit(i)] = i >= before && member[i];
      factors[units.unit(i)] = entering[i];
    }
    units.choose(member, units.otherGradient());
    for (int i = 0; i < units.active(); i++) {
      if (enters[units.unit(i)]) {
        v.value().scaleUnit(i, units.active(), -factors[units.unit(i)]);
      }
    }
  }
}
