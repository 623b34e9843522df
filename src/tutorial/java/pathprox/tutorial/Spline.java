package pathprox.tutorial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

  /**
   * Lists the knots of the active units.
   *
   * @return one row a unit, from left to right: {@code unit} (from 0), {@code knot} (−b/w), {@code
   *     slope_change} (v·|w|)
   */
  public Table knots() {
    INDArray w = network.weights(0).castTo(DataType.DOUBLE);
    INDArray b = network.bias(0).castTo(DataType.DOUBLE);
    INDArray v = network.weights(1).castTo(DataType.DOUBLE);
    List<Integer> active =
        IntStream.range(0, w.rows())
            .filter(i -> w.getDouble(i, 0) != 0 && v.getDouble(0, i) != 0)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -b.getDouble(i) / w.getDouble(i, 0)))
            .toList();
    return Table.create(
        "knots",
        IntColumn.create("unit", active.stream().mapToInt(i -> i).toArray()),
        DoubleColumn.create(
            "knot",
            active.stream().mapToDouble(i -> -b.getDouble(i) / w.getDouble(i, 0)).toArray()),
        DoubleColumn.create(
            "slope_change",
            active.stream()
                .mapToDouble(i -> v.getDouble(0, i) * Math.abs(w.getDouble(i, 0)))
                .toArray()));
  }

  /**
   * Lists what a picture needs: the samples of a dataset, and for each spline its knots between the
   * smallest and the largest feature, and both ends. Straight lines between these are the network,
   * exactly.
   *
   * @param data one feature and one target. Not modified.
   * @param splines any number, with different names
   * @return columns {@code run} (the name of the spline or dataset), {@code part} ("data", "knot"
   *     or "end"), {@code x}, {@code y} and {@code slope_change} (missing where there is no knot);
   *     the data first, each spline from left to right
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
        rows(data.name(), names("data", none.length), values(x), values(data.targets()), none);
    double from = x.minNumber().doubleValue();
    double to = x.maxNumber().doubleValue();
    for (Spline spline : splines) {
      table.append(spline.between(from, to));
    }
    return table;
  }

  private Table between(double from, double to) {
    Table knots = knots();
    Table inside = knots.where(knots.doubleColumn("knot").isBetweenExclusive(from, to));
    int count = inside.rowCount();
    double[] x = new double[count + 2];
    double[] changes = new double[count + 2];
    String[] parts = names("knot", count + 2);
    for (int i = 0; i < count; i++) {
      x[i + 1] = inside.doubleColumn("knot").get(i);
      changes[i + 1] = inside.doubleColumn("slope_change").get(i);
    }
    x[0] = from;
    x[count + 1] = to;
    for (int end : new int[] {0, count + 1}) {
      parts[end] = "end";
      changes[end] = Double.NaN;
    }
    INDArray places = Nd4j.createFromArray(x).reshape('c', x.length, 1);
    INDArray y = network.withType(DataType.DOUBLE).outputs(places);
    return rows(name, parts, x, values(y), changes);
  }

  private static Table rows(
      String run, String[] parts, double[] x, double[] y, double[] slopeChanges) {
    return Table.create(
        "spline",
        StringColumn.create("run", names(run, x.length)),
        StringColumn.create("part", parts),
        DoubleColumn.create("x", x),
        DoubleColumn.create("y", y),
        DoubleColumn.create("slope_change", slopeChanges));
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
