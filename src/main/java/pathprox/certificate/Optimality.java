package pathprox.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.metrics.FittingExamples;
import pathprox.network.Network;
import pathprox.network.running.WorkingNetwork;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.ProximablePenalty;

/**
 * How far a network is from a stationary point of mean loss + Σf(‖w_i‖‖v_i‖) + (λ/2)·Σ‖unpaired W‖²
 * with free biases, measured over a whole dataset; f(ρ) = λρ unless another penalty is given. An
 * {@link IllegalArgumentException} says if network, dataset and loss do not fit together.
 *
 * <p>Units are compared in the scale ‖w_i‖ = 1, with w_i/‖w_i‖, b_i/‖w_i‖ and ‖w_i‖v_i in place of
 * w_i, b_i and v_i, which leaves the function as it is. There an active unit has the residuals ‖∇_v
 * L + f′(‖v‖)v/‖v‖‖, ‖(I − wwᵀ)∇_w L‖ and |∂_b L|; a dead one, with v_i = 0, has max(0, ‖∇_v L‖ −
 * f′(0)). A unit with w_i = 0 is left in its scale and has ‖∇_v L‖, max(0, ‖∇_w L‖ − f′(0)‖v‖) and
 * |∂_b L|. Unpaired weights have ‖∇_W L + λW‖, other biases the norm of their gradient.
 *
 * <p>All are 0 at a local minimum where no rectifier is at its kink; not conversely, as the
 * objective is not convex, and a dead unit is only checked for its own w_i. Published {@code
 * PathProx} ends where |∂_b L| = λ‖v‖·|b|/(1 + b²), which is 0 only for units without bias.
 *
 * @param lambda λ
 * @param units one entry for each unit, pair by pair; absolute values
 * @param layers one entry for each layer but the incoming ones of pairs; absolute values
 */
public record Optimality(double lambda, List<UnitResidual> units, List<LayerResidual> layers) {
  /**
   * How far one unit is from its optimality conditions: the residuals of v_i, {@code outgoing}, of
   * w_i, {@code incoming}, and of its {@code bias}, all 0 or more; {@code pathNorm} is ‖w_i‖‖v_i‖,
   * and {@code active} says whether both norms are above 0. Numbers, of the {@code pair} and of the
   * {@code unit} in it, begin at 0.
   */
  public record UnitResidual(
      int pair,
      int unit,
      boolean active,
      double pathNorm,
      double outgoing,
      double incoming,
      double bias) {
    /** {@return the largest of the three parts; 0 or more; NaN if a part is} */
    public double largest() {
      return Math.max(outgoing, Math.max(incoming, bias));
    }
  }

  /**
   * How far what belongs to no unit is from its optimality conditions, in {@code layer}, its number
   * among those with parameters, from 0: ‖∇_W L + λW‖ of the {@code weights}, 0 for the outgoing
   * layer of a pair, whose weights count with units, and ‖∇_c L‖ of the {@code bias}.
   */
  public record LayerResidual(int layer, double weights, double bias) {
    /** {@return the larger of both parts; 0 or more; NaN if a part is} */
    public double largest() {
      return Math.max(weights, bias);
    }
  }

  public Optimality {
    units = List.copyOf(units);
    layers = List.copyOf(layers);
  }

  /**
   * {@return the residuals of {@code network} for the mean of {@code loss} over {@code dataset} and
   * the path norm, with λ = {@code lambda}, 0 or more}
   */
  public static Optimality of(Network network, Dataset dataset, Loss loss, double lambda) {
    return of(network, dataset, loss, new GroupLasso(lambda));
  }

  /**
   * {@return the same of {@code network}, {@code dataset}, {@code loss} and f = {@code penalty}}
   */
  public static Optimality of(
      Network network, Dataset dataset, Loss loss, ProximablePenalty penalty) {
    try (WorkingNetwork working = network.working()) {
      Examples examples = FittingExamples.of(dataset, network, loss, working.arena());
      return new OptimalityMeasure(working, examples, loss).measure(penalty);
    }
  }

  /** {@return the largest residual, {@linkplain #scaled scaled}; NaN if a gradient is} */
  public double residual() {
    double ofUnits = units.stream().mapToDouble(UnitResidual::largest).reduce(0, Math::max);
    return scaled(layers.stream().mapToDouble(LayerResidual::largest).reduce(ofUnits, Math::max));
  }

  /** {@return the absolute {@code residual} divided by λ; for λ = 0 itself} */
  public double scaled(double residual) {
    return lambda > 0 ? residual / lambda : residual;
  }

  /** {@return what scaled residuals are, such as {@code relative to λ = 0.01}} */
  public String scale() {
    return lambda > 0 ? "relative to λ = " + lambda : "absolute, as λ = 0";
  }

  @Override
  public String toString() {
    StringJoiner lines = new StringJoiner("\n  ");
    lines.add(format("largest residual %.3g, %s", residual(), scale()));
    units.stream()
        .collect(Collectors.groupingBy(UnitResidual::pair, TreeMap::new, Collectors.toList()))
        .forEach((pair, ofPair) -> lines.add(describe(ofPair)));
    layers.forEach(layer -> lines.add(describe(layer)));
    return lines.toString();
  }

  private String describe(LayerResidual layer) {
    return format(
        "layer %d: weights %.3g, bias %.3g",
        layer.layer(), scaled(layer.weights()), scaled(layer.bias()));
  }

  private String describe(List<UnitResidual> pair) {
    UnitResidual worst =
        pair.stream().max(Comparator.comparingDouble(UnitResidual::largest)).orElseThrow();
    return format(
        "pair %d: %d of %d units active, unit %d (%s) has outgoing %.3g, incoming %.3g, bias %.3g",
        worst.pair() + 1,
        pair.stream().filter(UnitResidual::active).count(),
        pair.size(),
        worst.unit(),
        worst.active() ? "active" : "not active",
        scaled(worst.outgoing()),
        scaled(worst.incoming()),
        scaled(worst.bias()));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
