package pathprox.onnx;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.features.NumericInput;
import pathprox.features.ValueTarget;

/** From the numbers of a table to the features of a network, in double, and back. */
final class TableNodes {
  private final Graph graph;
  private final List<NumericInput> columns;

  TableNodes(Graph graph, List<NumericInput> columns) {
    this.graph = graph;
    this.columns = columns;
  }

  private String vector(String name, ToDoubleFunction<NumericInput> value) {
    return graph.vector(name, columns.stream().mapToDouble(value));
  }

  private String scalar(String name, double value) {
    return graph.vector(name, DoubleStream.of(value));
  }

  /**
   * The numbers with fillers for those that are missing, NaN, and for those beside 0 and 1 of yes
   * or no, where |x(x − 1)| is above 0; numbers have no limit.
   */
  String filled(String input) {
    String isMissing = graph.add("IsNaN", List.of(input));
    String missing = vector("missing", it -> it.fillsMissing() ? it.filler() : Double.NaN);
    String x = graph.add("Where", List.of(isMissing, missing, input));
    if (columns.stream().noneMatch(NumericInput::isYesNo)) {
      return x;
    }
    String less = graph.add("Sub", List.of(x, scalar("one", 1)));
    String product = graph.add("Abs", List.of(graph.add("Mul", List.of(x, less))));
    String limit = vector("limit", it -> it.isYesNo() ? 0 : Double.POSITIVE_INFINITY);
    String isUnknown = graph.add("Greater", List.of(product, limit));
    String unknown = vector("unknown", NumericInput::filler);
    return graph.add("Where", List.of(isUnknown, unknown, x));
  }

  /** 0 for a row with a prediction, else NaN: where a number is missing or infinite, x − x is. */
  String undefined(String filled) {
    String zeros = graph.add("Sub", List.of(filled, filled));
    return graph.add("ReduceSum", List.of(zeros, graph.vector("columns", 1)));
  }

  /** With |z| ≤ FAR the logarithm is 0; beyond, z is ±FAR before it is multiplied. */
  String features(String input, String filled) {
    String mean = vector("mean", NumericInput::mean);
    String deviation = vector("deviation", NumericInput::deviation);
    String z = graph.add("Div", List.of(graph.add("Sub", List.of(filled, mean)), deviation));
    String far = scalar("far", NumericInput.FAR);
    String near = graph.add("Max", List.of(z, scalar("minus far", -NumericInput.FAR)));
    near = graph.add("Min", List.of(near, far));
    String size = graph.add("Max", List.of(graph.add("Abs", List.of(z)), far));
    String growth = graph.add("Log", List.of(graph.add("Div", List.of(size, far))));
    String standardized = graph.add("Add", List.of(near, graph.add("Mul", List.of(near, growth))));
    return columns.stream().anyMatch(NumericInput::hasIndicator)
        ? withIndicators(input, standardized)
        : standardized;
  }

  /** Those of a column beside its number. */
  private String withIndicators(String input, String standardized) {
    String isMissing = graph.add("IsNaN", List.of(input));
    String indicators = graph.cast(isMissing, DataType.DOUBLE);
    String both = graph.add("Concat", List.of(standardized, indicators), Graph.whole("axis", 1));
    long[] order =
        LongStream.range(0, columns.size())
            .flatMap(
                i ->
                    columns.get((int) i).hasIndicator()
                        ? LongStream.of(i, columns.size() + i)
                        : LongStream.of(i))
            .toArray();
    String places = graph.vector("order", order);
    return graph.add("Gather", List.of(both, places), Graph.whole("axis", 1));
  }

  /** Numbers in the unit of their column. */
  String restored(String standardized, ValueTarget target) {
    String deviation = scalar("target deviation", target.deviation());
    String mean = scalar("target mean", target.mean());
    String scaled = graph.add("Mul", List.of(standardized, deviation));
    return graph.add("Add", List.of(scaled, mean));
  }
}
