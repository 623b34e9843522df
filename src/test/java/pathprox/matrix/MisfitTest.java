package pathprox.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Every kernel refuses what would read or write beside its matrices, and names it. */
class MisfitTest {
  private static final int MOST = Integer.MAX_VALUE;
  private static final String SHAPE = "float32 matrix [4, 3]";

  /** A call on a matrix [4, 3], what is wrong with it, and what the message must name beside. */
  record Call(String name, Consumer<Matrix> kernel, String... named) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Matrix matrix(int rows, int columns) {
    return new Arena().zeros(DataType.FLOAT, rows, columns);
  }

  private static Matrix inDouble(int rows, int columns) {
    return new Arena().zeros(DataType.DOUBLE, rows, columns);
  }

  static Stream<Call> calls() {
    return Stream.of(rows(), elements(), products(), units(), images()).flatMap(List::stream);
  }

  private static List<Call> rows() {
    return List.of(
        new Call("copyRows before", m -> matrix(9, 3).copyRows(m, -1, 2), "rows -1 to 0"),
        new Call("copyRows beyond", m -> matrix(9, 3).copyRows(m, 3, 2), "rows 3 to 4"),
        new Call("copyRows type", m -> inDouble(9, 3).copyRows(m, 0, 1), "float64 matrix [1, 3]"),
        new Call("putRows before", m -> m.putRows(-1, matrix(1, 3), 0, 1), "[1, 3]"),
        new Call("putRows beyond", m -> m.putRows(2, matrix(3, 3), 0, 3), "rows 2 to 4", "[3, 3]"),
        new Call("putRows columns", m -> m.putRows(0, matrix(1, 2), 0, 1), "[1, 2]"),
        new Call("putRows type", m -> m.putRows(0, inDouble(1, 3), 0, 1), "float64 matrix [1, 3]"),
        new Call("putRows from beyond", m -> matrix(2, 3).putRows(0, m, 4, 1), "rows 4 to 4"),
        new Call("putRows from before", m -> matrix(2, 3).putRows(0, m, -1, 1), "[2, 3]"),
        new Call("putRows of less than none", m -> m.putRows(0, matrix(1, 3), 0, -1), "[1, 3]"),
        new Call("putRows of huge", m -> m.putRows(MOST, matrix(1, 3), MOST, MOST), "[1, 3]"),
        new Call("putRows of itself", m -> m.putRows(0, m, 1, 1)),
        new Call("gatherRows beyond", m -> matrix(9, 3).gatherRows(m, new int[] {0, 4}, 0, 2)),
        new Call("gatherRows type", m -> inDouble(9, 3).gatherRows(m, new int[1], 0, 1)),
        new Call("fillRows", m -> m.fillRows(matrix(4, 1)), "[4, 1]"),
        new Call("fillRows type", m -> m.fillRows(inDouble(3, 1)), "float64 matrix [3, 1]"));
  }

  private static List<Call> elements() {
    return List.of(
        new Call("axpy", m -> m.axpy(1, matrix(3, 4)), "[3, 4]"),
        new Call("axpy type", m -> m.axpy(1, inDouble(4, 3)), "float64 matrix [4, 3]"),
        new Call("descendBy", m -> m.descendBy(matrix(2, 3), 1, 1), "[2, 3]"),
        new Call("descendBy type", m -> m.descendBy(inDouble(4, 3), 1, 1), "float64"),
        new Call("maskByRelu", m -> m.maskByRelu(matrix(1, 3)), "[1, 3]"),
        new Call("maskByRelu type", m -> m.maskByRelu(inDouble(4, 3)), "float64"));
  }

  private static List<Call> products() {
    Transpose no = Transpose.NO;
    Transpose yes = Transpose.YES;
    return List.of(
        new Call("gemm inner", m -> m.gemm(1, matrix(4, 2), no, matrix(3, 3), no, 0), "[4, 2]"),
        new Call("gemm rows", m -> m.gemm(1, matrix(5, 2), no, matrix(2, 3), no, 0), "[5, 2]"),
        new Call("gemm columns", m -> m.gemm(1, matrix(4, 2), no, matrix(2, 4), no, 0), "[2, 4]"),
        new Call("gemm turned", m -> m.gemm(1, matrix(4, 2), yes, matrix(2, 3), no, 0), "[4, 2]ᵀ"),
        new Call("gemm type", m -> m.gemm(1, inDouble(4, 2), no, matrix(2, 3), no, 0), "float64"),
        new Call("gemm other type", m -> m.gemm(1, matrix(4, 2), no, inDouble(2, 3), no, 0)),
        new Call("gemm in place", m -> m.gemm(1, m, no, matrix(3, 3), no, 0), "[3, 3]"),
        new Call("columnSums", m -> matrix(4, 1).columnSums(1, m, 0), "[4, 1]"),
        new Call("columnSums type", m -> inDouble(3, 1).columnSums(1, m, 0), "float64"));
  }

  private static List<Call> units() {
    return List.of(
        new Call("norms of no divisor", m -> Units.norms(m, 3, new double[3]), "3 units"),
        new Call("norms of none", m -> Units.norms(m, 0, new double[3])),
        new Call("norms of too few numbers", m -> Units.norms(m, 4, new double[3]), "3 numbers"),
        new Call("norm beyond", m -> Units.norm(m, 2, 2), "no unit 2 of 2"),
        new Call("squares before", m -> Units.squares(m, -1, 2), "no unit -1 of 2"),
        new Call("scale of no divisor", m -> Units.scale(m, 3, new double[4]), "3 units"),
        new Call("scale of too few factors", m -> Units.scale(m, 4, new double[3])),
        new Call("scale beyond", m -> Units.scale(m, 4, 4, 1.0), "no unit 4 of 4"),
        new Call("add beyond", m -> Units.add(m, 4, 4, 1, matrix(4, 3)), "no unit 4 of 4"),
        new Call("add shape", m -> Units.add(m, 0, 4, 1, matrix(4, 2)), "[4, 2]"),
        new Call("add type", m -> Units.add(m, 0, 4, 1, inDouble(4, 3)), "float64"));
  }

  private static List<Call> images() {
    Window window = Window.over(2, 2, 2, 2, 0);
    Convolution convolution = new Convolution(DataType.FLOAT, window, new Arena());
    Pooling maximum = new Pooling(DataType.FLOAT, window, Pooling.Kind.MAXIMUM);
    Pooling average = new Pooling(DataType.FLOAT, window, Pooling.Kind.AVERAGE);
    Transpose no = Transpose.NO;
    return List.of(
        new Call("apply weights", m -> convolution.apply(m, matrix(9, 5), no, null, matrix(1, 5))),
        new Call("apply turned", m -> apply(convolution, m, matrix(5, 12), no, matrix(1, 5))),
        new Call("apply outputs", m -> apply(convolution, m, matrix(12, 5), no, matrix(2, 5))),
        new Call("apply type", m -> apply(convolution, m, inDouble(12, 5), no, matrix(1, 5))),
        new Call(
            "apply to parts of an image",
            m -> apply(convolution, m.reshape(3, 3), matrix(12, 5), no, matrix(0, 5))),
        new Call(
            "apply bias", m -> convolution.apply(m, matrix(12, 5), no, matrix(4, 1), matrix(1, 5))),
        new Call(
            "apply bias type",
            m -> convolution.apply(m, matrix(12, 5), no, inDouble(5, 1), matrix(1, 5))),
        new Call("weight gradient", m -> weightGradient(convolution, m, matrix(1, 5), 11)),
        new Call("weight gradient outputs", m -> weightGradient(convolution, m, matrix(2, 5), 12)),
        new Call("maximum", m -> maximum.apply(m, matrix(1, 2)), "[1, 2]"),
        new Call("maximum rows", m -> maximum.apply(m, matrix(2, 3)), "[2, 3]"),
        new Call("maximum type", m -> maximum.apply(m, inDouble(1, 3)), "float64"),
        new Call("average", m -> average.apply(m, matrix(1, 2)), "[1, 2]"),
        new Call("maximumGradient", m -> maximum.gradient(m, matrix(1, 3), matrix(4, 2)), "[4, 2]"),
        new Call(
            "maximumGradient outputs",
            m -> maximum.gradient(m, matrix(2, 3), matrix(4, 3)),
            "[2, 3]"),
        new Call("averageGradient", m -> average.gradient(m, matrix(2, 3), matrix(4, 3)), "[2, 3]"),
        new Call("channelsLast", m -> new Arena().buffer().channelsLast(m, 2), "2 channels"),
        new Call("channelsFirst", m -> new Arena().buffer().channelsFirst(m, 3), "3 pixels"));
  }

  private static void apply(
      Convolution convolution, Matrix images, Matrix weights, Transpose turn, Matrix outputs) {
    convolution.apply(images, weights, turn, null, outputs);
  }

  private static void weightGradient(
      Convolution convolution, Matrix images, Matrix gradient, int inputs) {
    convolution.addWeightGradient(1, images, gradient, 0, Transpose.NO, matrix(inputs, 5));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void kernel_wrongShapeOrType_isRefusedAndNamed(Call call) {
    Matrix matrix = matrix(4, 3);

    String message =
        assertThrows(IllegalArgumentException.class, () -> call.kernel.accept(matrix)).getMessage();

    String shape = call.name.endsWith("parts of an image") ? "[3, 3]" : SHAPE;
    assertTrue(message.contains(shape), message);
    for (String each : call.named) {
      assertTrue(message.contains(each), message);
    }
    assertEquals(-1, message.indexOf("null"), message);
  }

  @Test
  void getAndSet_beyondTheMemory_areRefused() {
    Matrix matrix = matrix(4, 3);

    assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(4, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(-1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.set(4, 0, 1));
  }

  @Test
  void rows_moreThanAnIntCounts_areRefused() {
    Matrix matrix = matrix(4, 3);

    assertThrows(IllegalArgumentException.class, () -> matrix.showRows(Integer.MAX_VALUE, 1));
    assertThrows(IllegalArgumentException.class, () -> matrix.showRows(1, Integer.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> matrix(4, 3).copyRows(matrix, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> matrix(4, 3).copyRows(matrix, 1, MOST));
  }
}
