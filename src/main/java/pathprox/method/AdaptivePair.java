package pathprox.method;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pathprox.matrix.Matrix;
import pathprox.matrix.State;
import pathprox.matrix.Units;
import pathprox.network.UnitPair;
import pathprox.network.running.PairUnits;
import pathprox.parallel.Threads;
import pathprox.penalty.ProximablePenalty;

/**
 * One pair in the adaptive step: every unit has one step size for w_i and b_i and one for v_i, so
 * that both proximal operators keep their closed form. What is kept of units is in the scale n_i =
 * ‖(σw_i, b_i)‖ = 1, where σ is the size of the inputs, whatever n_i is at the moment: w_i and b_i
 * have the gradients n_i·g, v_i has g/n_i.
 */
final class AdaptivePair {
  private static final double DRIFT = 2; // n_i is brought back to 1 where it leaves this factor
  private static final int PASSES = 5; // over the numbers of a unit in each step
  private static final double LEAST = 0.01; // part of the largest path norm that is δ

  private final PairUnits units;
  private final ProximablePenalty penalty;
  private final double inputScale;
  private final Averaged w;
  private final Averaged bias;
  private final Averaged v;
  private final FreeBias outgoingBias;
  private final SquaredGradients wSquares;
  private final SquaredGradients vSquares;

  // By unit.
  private final double[] wNorms;
  private final double[] vNorms;
  private final double[] lengths;
  private final boolean[] out; // whether its v is 0 for good

  private boolean frozen; // whether the units that are not out never die
  private double least; // δ, the path norm that the penalty leaves to a frozen unit
  private double vScale = 1; // the root mean square of ‖v‖ over units that were alive last

  // Of the present step, for the threads that share it.
  private final Threads.Loop moving = this::move;
  private AdaptiveSchedule schedule;
  private double wStep; // how far the w of a unit moves
  private double vStep;
  private int alive; // how many units had a v that is not 0 before the present step

  private final Matrix inactiveAverage; // m of the v of inactive units
  private final double[] inactiveFactors; // what it is multiplied by to become their v, by place
  private final boolean[] member; // by place

  AdaptivePair(PairUnits units, Averaged[] averages, Task task, ProximablePenalty penalty) {
    this.units = units;
    this.penalty = penalty;
    inputScale = units.incoming().weights().number() == 0 ? task.inputScale() : 1;
    w = averages[units.incoming().weights().number()];
    bias = averages[units.incoming().bias().number()];
    v = averages[units.outgoing().weights().number()];
    outgoingBias = new FreeBias(averages[units.outgoing().bias().number()], task.epoch());
    int count = units.active();
    wSquares = new SquaredGradients(count, task.epoch());
    vSquares = new SquaredGradients(count, task.epoch());
    wNorms = new double[count];
    vNorms = new double[count];
    lengths = new double[count];
    out = new boolean[count];
    member = new boolean[count];
    inactiveFactors = new double[count];
    inactiveAverage = units.inactiveVelocity();
    startAgain();
  }

  /** Forgets all gradients, as the parameters were changed; all units are in the working set. */
  void startAgain() {
    List.of(w, bias, v).forEach(Averaged::forget);
    List.of(wSquares, vSquares).forEach(SquaredGradients::forget);
    outgoingBias.forget();
    for (int i = 0; i < units.active(); i++) {
      int unit = units.unit(i);
      wNorms[unit] = Units.norm(w.value(), i, units.active());
      vNorms[unit] = Units.norm(v.value(), i, units.active());
      lengths[unit] = length(wNorms[unit], bias.value().get(i, 0));
    }
  }

  void keep(State state) {
    outgoingBias.keep(state.part("bias"));
    wSquares.keep(state.part("wSquares"));
    vSquares.keep(state.part("vSquares"));
    state.keepIn("wNorms", wNorms);
    state.keepIn("vNorms", vNorms);
    state.keepIn("lengths", lengths);
    state.keepIn("out", out);
    frozen = state.keep("frozen", frozen);
    least = state.keep("least", least);
    vScale = state.keep("vScale", vScale);
  }

  private double length(double wNorm, double b) {
    double length = Math.hypot(inputScale * wNorm, b);
    return length > 0 ? length : 1;
  }

  int count() {
    return vNorms.length;
  }

  double pathNorm(int unit) {
    return wNorms[unit] * vNorms[unit];
  }

  DoubleStream pathNorms() {
    return IntStream.range(0, count()).mapToDouble(this::pathNorm);
  }

  /** How large the gradients of v are, in the scale that units are compared in. */
  double gradient(int unit) {
    return vSquares.overAnEpoch(unit);
  }

  boolean isOut(int unit) {
    return out[unit];
  }

  void takeOut(int unit) {
    out[unit] = true;
    vNorms[unit] = 0;
  }

  void clearWhatIsOut() {
    for (int i = 0; i < units.active(); i++) {
      if (out[units.unit(i)]) {
        Units.scale(v.value(), i, units.active(), 0);
      }
    }
  }

  /** Sets the w of all units to 0 that are not strong; all are in the working set. */
  void dropWeak() {
    startAgain();
    double[] pathNorms = pathNorms().toArray();
    double least = UnitPair.leastStrong(pathNorms);
    for (int i = 0; i < pathNorms.length; i++) {
      int unit = units.unit(i);
      if (vNorms[unit] > 0 && pathNorms[unit] <= least) {
        Units.scale(w.value(), i, units.active(), 0);
        wNorms[unit] = 0;
      }
    }
  }

  /** From now on no unit dies that is not out, not even one that no sample activates. */
  void freeze() {
    frozen = true;
    least = LEAST * pathNorms().max().orElse(0);
  }

  /** Σ f(‖w_i‖‖v_i‖) of the present parameters. */
  double penalty() {
    return pathNorms().map(penalty::value).reduce(0, Double::sum);
  }

  /** Moves all units of the working set and the outgoing bias. */
  void take(AdaptiveSchedule newSchedule) {
    alive = 0;
    double squares = 0;
    for (int unit = 0; unit < vNorms.length; unit++) {
      double norm = lengths[unit] * vNorms[unit];
      squares += norm * norm;
      alive += vNorms[unit] > 0 ? 1 : 0;
    }
    vScale = alive > 0 ? Math.sqrt(squares / alive) : vScale;
    wSquares.begin(vNorms);
    vSquares.begin(vNorms);
    wStep = newSchedule.step(alive, w.value().columns(), units.incoming().sharesWeights());
    int outputs = units.taps() * v.value().columns();
    vStep = vScale * newSchedule.step(alive, outputs, units.outgoing().sharesWeights());
    schedule = newSchedule;
    Threads.share(units.active(), PASSES * (w.value().columns() + outputs), moving);
    outgoingBias.take(vStep * Math.sqrt(Math.max(1, alive)), vSquares, schedule);
  }

  private void move(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!out[units.unit(i)]) {
        move(i);
      }
    }
  }

  /** Gradient step, threshold of v and then of w, normalization. */
  private void move(int place) {
    int unit = units.unit(place);
    int count = units.active();
    double length = lengths[unit];
    v.addGradient(place, count);
    double square = Units.squares(v.gradient(), place, count) / (length * length);
    vSquares.add(unit, square);
    double vRate = vStep / vSquares.root(unit) / (length * length);
    v.descend(place, count, vRate);
    double vNorm = Units.norm(v.value(), place, count);
    if (vNorms[unit] == 0) { // w and b rest while v is 0
      threshold(place, unit, vNorm, cameBack(unit, v.norm(place, count), vRate));
      return;
    }
    w.addGradient(place, count);
    bias.addGradient(place, count);
    double g = bias.gradient().get(place, 0);
    double size = inputScale * inputScale;
    square = (Units.squares(w.gradient(), place, count) / size + g * g) * length * length;
    wSquares.add(unit, square);
    double rate = wStep / wSquares.root(unit) * length * length;
    w.descend(place, count, rate / size);
    bias.descend(place, count, rate);
    double wNorm = Units.norm(w.value(), place, count);
    // ‖w‖ as it was: by the one that has moved, ‖∂L/∂v‖ would come to rest above λ‖w‖
    double left = shrunk(vNorm, wNorms[unit], vRate * schedule.strength());
    threshold(place, unit, vNorm, left);
    if (left == 0) { // comes to rest
      wNorms[unit] = wNorm;
      w.scale(place, count, 0);
      bias.scale(place, count, 0);
    } else {
      double wLeft = shrunk(wNorm, left, rate / size * schedule.strength());
      if (wLeft != wNorm) {
        Units.scale(w.value(), place, count, wLeft / wNorm);
      }
      wNorms[unit] = wLeft;
    }
    normalize(place, unit);
  }

  private void threshold(int place, int unit, double vNorm, double left) {
    if (left != vNorm) {
      Units.scale(v.value(), place, units.active(), left == 0 ? 0 : left / vNorm);
    }
    vNorms[unit] = left;
  }

  /** The ‖v‖ of a unit that was 0. Late noise does not count, unless its pair is dead or frozen. */
  private double cameBack(int unit, double gradient, double rate) {
    double certain = gradient;
    if (alive > 0 && !frozen) {
      double scale = lengths[unit] * lengths[unit];
      double variance = vSquares.overAnEpoch(unit) * scale - gradient * gradient;
      certain = Math.max(0, gradient - schedule.margin(Averaged.deviation(variance)));
    }
    return shrunk(rate * certain, wNorms[unit], rate * schedule.strength());
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
      Units.scale(w.value(), place, count, 1 / length);
      Units.scale(bias.value(), place, count, 1 / length);
      Units.scale(v.value(), place, count, length);
      w.scale(place, count, length);
      bias.scale(place, count, length);
      v.scale(place, count, 1 / length);
      wNorms[unit] = Units.norm(w.value(), place, count);
      vNorms[unit] = Units.norm(v.value(), place, count);
      length = 1;
    }
    lengths[unit] = length;
  }

  /** Lets units come in if they were measured, and those whose v is 0 leave if they may. */
  void chooseWorkingSet(boolean measured, boolean mayLeave) {
    boolean enters = measured && units.inactive() > 0 && moveInactive();
    boolean changes = enters;
    for (int i = 0; i < member.length; i++) {
      int unit = units.unit(i);
      boolean active = i < units.active();
      boolean stays = active && (!mayLeave || frozen && !out[unit]);
      member[i] = stays || vNorms[unit] > 0;
      changes |= member[i] != active;
    }
    if (enters) {
      units.inactiveGradient().copyRows(inactiveAverage, 0, inactiveAverage.rows());
      Units.scale(units.inactiveGradient(), units.inactive(), inactiveFactors);
    }
    if (changes) {
      v.settle();
      units.choose(member, units.inactiveGradient());
    }
  }

  /** Takes the gradients of the units outside; returns whether one of them comes back. */
  private boolean moveInactive() {
    Matrix gradient = units.inactiveGradient();
    int inactive = units.inactive();
    boolean enters = false;
    inactiveAverage.scale(Averaged.MEMORY);
    for (int i = 0; i < inactive; i++) {
      int unit = units.unit(units.active() + i);
      inactiveFactors[i] = 0;
      if (!out[unit]) {
        double scale = lengths[unit] * lengths[unit];
        Units.add(inactiveAverage, i, inactive, 1 - Averaged.MEMORY, gradient);
        vSquares.add(unit, Units.squares(gradient, i, inactive) / scale);
        double norm = v.correction() * Units.norm(inactiveAverage, i, inactive);
        double rate = vStep / vSquares.root(unit) / scale;
        vNorms[unit] = cameBack(unit, norm, rate);
        inactiveFactors[i] = norm > 0 ? -v.correction() * vNorms[unit] / norm : 0;
        enters |= vNorms[unit] > 0;
      }
    }
    return enters;
  }
}
