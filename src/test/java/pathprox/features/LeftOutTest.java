package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

class LeftOutTest extends EncodingContract {
  @Override
  String kind() {
    return "left out";
  }

  @Override
  Column<?> column() {
    return StringColumn.create(
        "x", IntStream.range(0, ROWS).mapToObj(i -> i == MISSING ? "" : "name " + i));
  }

  @Test
  void toString_isTheReason() {
    Encoding encoding = ColumnGuess.of(Cells.of(column()), rows()).encoding();
    assertEquals("23 different texts in 23 rows", encoding.toString());
  }
}
