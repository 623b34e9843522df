package pathprox.tutorial.spline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.network.Architecture;
import pathprox.network.Network;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A network of one input, one hidden layer of ReLU units and one output, as what it computes: a
 * linear spline.
 *
 * <p>Unit i gives v_i·max(0, w_i·x + b_i), two straight lines that meet at the knot x = −b_i/w_i,
 * where the slope changes by v_i·|w_i|. So the path norm Σ|w_i||v_i| is the sum of the absolute
 * slope changes, and that is the total variation of the slope, unless units of opposite signs share
 * a knot (Savarese, Evron, Soudry, Srebro, arXiv:1902.05040; Parhi, Nowak, arXiv:2006.05626).
 *
 * @param name what to call it in figures
 * @param network one input, one hidden layer, one output
 */
public record Spline(String name, Network network) {
  private static final double NEGLIGIBLE = 1e-9;

  /**
   * @throws IllegalArgumentException if it has other layers
   */
  public Spline {
    Architecture found = network.architecture();
    int units = found.parametricLayers().get(0).outputs();
    if (!found.equals(Architecture.mlp(1, units, 1))) {
      throw new IllegalArgumentException(
          "a spline is a network of one input, one hidden layer of ReLU units and one output, found %s → %s, %s"
              .formatted(found.input(), found.output(), found.layers()));
    }
  }

  /** A unit as a bend: 0 on the left of its knot if it {@code right}, else on the right of it. */
  private record Bend(int unit, double knot, double change, boolean right) {
    static Bend of(int unit, double w, double b, double v) {
      return new Bend(unit, -b / w, v * Math.abs(w), w > 0);
    }

    double slope(double x) {
      return right == x > knot ? (right ? change : -change) : 0;
    }

    static List<Bend> groups(List<Bend> bends, double within) {
      List<Bend> groups = new ArrayList<>();
      double before = Double.NEGATIVE_INFINITY;
      for (Bend next : bends) {
        Bend last = groups.isEmpty() ? null : groups.remove(groups.size() - 1);
        if (last == null) {
          groups.add(next);
        } else if (last.change * next.change > 0 && next.knot - before <= within) {
          double sum = last.change + next.change;
          double center = (last.change * last.knot + next.change * next.knot) / sum;
          boolean right = (last.change / next.change > 1 ? last : next).right;
          groups.add(new Bend(last.unit, center, sum, right));
        } else {
          groups.addAll(List.of(last, next));
        }
        before = next.knot;
      }
      return groups;
    }
  }

  /**
   * {@return the spline {@code name} that is 0 on the left of {@code knots}, and whose slope
   * changes at each of them by the number of {@code changes} in the same place; a unit a knot,
   * float64}
   *
   * @throws IllegalArgumentException if these are not equally many, or none
   */
  public static Spline of(String name, double[] knots, double[] changes) {
    if (knots.length == 0 || knots.length != changes.length) {
      throw new IllegalArgumentException(
          "a spline needs a slope change for each knot and at least one, found %s knots and %s changes"
              .formatted(knots.length, changes.length));
    }
    List<Bend> bends =
        IntStream.range(0, knots.length)
            .mapToObj(i -> new Bend(i, knots[i], changes[i], true))
            .toList();
    return of(name, 0, bends);
  }

  private static Spline of(String name, double offset, List<Bend> bends) {
    int count = bends.size();
    double[][] w = new double[count][1];
    double[] b = new double[count];
    double[][] v = new double[1][count];
    for (int i = 0; i < count; i++) {
      Bend bend = bends.get(i);
      w[i][0] = bend.right ? 1 : -1;
      b[i] = -w[i][0] * bend.knot;
      v[0][i] = bend.change;
    }
    List<INDArray> weights = List.of(Nd4j.createFromArray(w), Nd4j.createFromArray(v));
    List<INDArray> biases =
        List.of(Nd4j.createFromArray(b), Nd4j.createFromArray(new double[] {offset}));
    return new Spline(name, new Network(Architecture.mlp(1, count, 1), weights, biases));
  }

  /**
   * Lists the knots of the active units.
   *
   * @return one row a unit, from left to right: {@code unit} (from 0), {@code knot} (−b/w), {@code
   *     slope_change} (v·|w|)
   */
  public Table knots() {
    List<Bend> bends = bends();
    return Table.create(
        "knots",
        IntColumn.create("unit", bends.stream().mapToInt(Bend::unit).toArray()),
        DoubleColumn.create("knot", bends.stream().mapToDouble(Bend::knot).toArray()),
        DoubleColumn.create("slope_change", bends.stream().mapToDouble(Bend::change).toArray()));
  }

  private List<Bend> bends() {
    INDArray w = network.weights(0).castTo(DataType.DOUBLE);
    INDArray b = network.bias(0).castTo(DataType.DOUBLE);
    INDArray v = network.weights(1).castTo(DataType.DOUBLE);
    return IntStream.range(0, w.rows())
        .filter(i -> w.getDouble(i, 0) != 0 && v.getDouble(0, i) != 0)
        .mapToObj(i -> Bend.of(i, w.getDouble(i, 0), b.getDouble(i), v.getDouble(0, i)))
        .sorted(Comparator.comparingDouble(Bend::knot))
        .toList();
  }

  /**
   * {@return the least path norm of any network that is this function between {@code from} and
   * {@code to}: max(TV f', |f'(from) + f'(to)|), where TV f' is the sum of the absolute slope
   * changes between the two, those at the same place taken together (Savarese and others, theorem
   * 3.1, for the function that goes on straight outside)}
   */
  public double leastPathNorm(double from, double to) {
    List<Bend> bends = bends();
    Map<Double, Double> changes = new TreeMap<>();
    bends.stream()
        .filter(it -> from < it.knot && it.knot < to)
        .forEach(it -> changes.merge(it.knot, it.change, Double::sum));
    double variation = changes.values().stream().mapToDouble(Math::abs).sum();
    double slopes = bends.stream().mapToDouble(it -> it.slope(from) + it.slope(to)).sum();
    return Math.max(variation, Math.abs(slopes));
  }

  /**
   * {@return the share of the path norm that lies at knots less than {@code within} away from one
   * of {@code places}, 0 to 1}
   */
  public double shareNear(double within, double... places) {
    Predicate<Bend> near =
        it -> Arrays.stream(places).anyMatch(place -> Math.abs(place - it.knot) < within);
    return size(bends().stream().filter(near)) / size(bends().stream());
  }

  /**
   * {@return this spline with fewer units, called {@code newName}: neighbors that bend to the same
   * side with gaps of at most {@code within} become one knot at their center of mass, with their
   * sum of slope changes}
   *
   * <p>The path norm stays, and so does the function outside of the merged intervals. For that, a
   * knot takes one unit, which is 0 on its left or on its right, and one knot at most takes two.
   */
  public Spline merged(String newName, double within) {
    List<Bend> bends = bends();
    List<Bend> groups = Bend.groups(bends, within);
    // As many change sides as f'(−∞) + f'(∞) needs to stay.
    double rise = slopesAtTheEnds(bends) - slopesAtTheEnds(groups);
    List<Bend> units = new ArrayList<>();
    for (Bend group : groups) {
      double whole = (group.right ? -2 : 2) * group.change;
      double share = Math.min(1, Math.max(0, rise / whole));
      rise -= share * whole;
      double moved = share * group.change;
      units.add(new Bend(units.size(), group.knot, group.change - moved, group.right));
      units.add(new Bend(units.size(), group.knot, moved, !group.right));
    }
    units.removeIf(it -> Math.abs(it.change) < NEGLIGIBLE);
    Spline merged = of(newName, 0, units);
    double left = bends.get(0).knot - 1;
    double offset = at(left)[0] - merged.at(left)[0];
    Network result = of(newName, offset, units).network;
    return new Spline(newName, result.withType(network.type()));
  }

  private static double slopesAtTheEnds(List<Bend> bends) {
    return bends.stream().mapToDouble(it -> it.right ? it.change : -it.change).sum();
  }

  private static double size(Stream<Bend> bends) {
    return bends.mapToDouble(it -> Math.abs(it.change)).sum();
  }

  /**
   * Lists what a picture needs: the samples of a dataset, and for each spline its knots between the
   * smallest and the largest feature, and both ends. Straight lines between these are the network,
   * exactly.
   *
   * @param data one feature and one target. Not modified.
   * @param splines any number, with different names
   * @return columns {@code run} (the name of the spline or dataset), {@code part} ("data", "knot"
   *     or "end"), {@code x}, {@code y}, {@code slope_change} (missing where there is no knot) and
   *     {@code path_norm} (of the units whose knots are at x or left of it, at the right end of
   *     all; missing for data); the data first, each spline from left to right
   * @throws IllegalArgumentException if the dataset has another number of features or targets, or
   *     two names are the same
   */
  public static Table table(Dataset data, Spline... splines) {
    if (data.inputs() != 1 || data.isClassification() || data.outputs() != 1) {
      throw new IllegalArgumentException(
          "a spline is drawn with data of one feature and one target, found " + data);
    }
    List<String> names = Arrays.stream(splines).map(Spline::name).toList();
    if (names.stream().distinct().count() < names.size() || names.contains(data.name())) {
      throw new IllegalArgumentException(
          "splines and data need different names, found %s and '%s'".formatted(names, data.name()));
    }
    INDArray x = data.features();
    double[] none = new double[data.size()];
    Arrays.fill(none, Double.NaN);
    Table table =
        rows(
            data.name(), names("data", none.length), values(x), values(data.targets()), none, none);
    double from = x.minNumber().doubleValue();
    double to = x.maxNumber().doubleValue();
    for (Spline spline : splines) {
      table.append(spline.between(from, to));
    }
    return table;
  }

  private Table between(double from, double to) {
    List<Bend> bends = bends();
    List<Bend> inside = bends.stream().filter(it -> from < it.knot && it.knot < to).toList();
    int count = inside.size();
    double[] x = new double[count + 2];
    double[] changes = new double[count + 2];
    double[] norms = new double[count + 2];
    String[] parts = names("knot", count + 2);
    norms[0] = size(bends.stream().filter(it -> it.knot <= from));
    for (int i = 1; i <= count; i++) {
      x[i] = inside.get(i - 1).knot;
      changes[i] = inside.get(i - 1).change;
      norms[i] = norms[i - 1] + Math.abs(changes[i]);
    }
    x[0] = from;
    x[count + 1] = to;
    norms[count + 1] = size(bends.stream());
    for (int end : new int[] {0, count + 1}) {
      parts[end] = "end";
      changes[end] = Double.NaN;
    }
    return rows(name, parts, x, at(x), changes, norms);
  }

  private double[] at(double... x) {
    INDArray places = Nd4j.createFromArray(x).reshape('c', x.length, 1);
    return values(network.withType(DataType.DOUBLE).outputs(places));
  }

  private static Table rows(
      String run, String[] parts, double[] x, double[] y, double[] changes, double[] norms) {
    return Table.create(
        "spline",
        StringColumn.create("run", names(run, x.length)),
        StringColumn.create("part", parts),
        DoubleColumn.create("x", x),
        DoubleColumn.create("y", y),
        DoubleColumn.create("slope_change", changes),
        DoubleColumn.create("path_norm", norms));
  }

  private static String[] names(String name, int count) {
    String[] names = new String[count];
    Arrays.fill(names, name);
    return names;
  }

  private static double[] values(INDArray column) {
    return column.dup('c').reshape(column.length()).toDoubleVector();
  }

  @Override
  public String toString() {
    Table knots = knots();
    return String.format(Locale.ROOT, "%s: a linear spline with %,d knots", name, knots.rowCount());
  }
}
