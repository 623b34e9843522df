package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

class YesNoTest extends EncodingContract {
  @Override
  String kind() {
    return "yes or no";
  }

  @Override
  Column<?> column() {
    return StringColumn.create(
        "x", IntStream.range(0, ROWS).mapToObj(i -> i == MISSING ? "" : i % 3 == 0 ? "no" : "Yes"));
  }

  private record Pair(String no, String yes) {}

  static Pair[] pairs() {
    return new Pair[] {
      new Pair("No", "YES"),
      new Pair("n", "Y"),
      new Pair("FALSE", "true"),
      new Pair("F", "t"),
      new Pair("off", "On"),
      new Pair("0", "1")
    };
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void of_oppositeWords_isOneForYes(Pair pair) {
    Cells cells = Cells.of(StringColumn.create("x", pair.yes, pair.no, pair.yes));
    Encoding found = YesNo.of(Set.of(pair.no, pair.yes)).learned(cells, new int[] {0, 1, 2});

    double[] target = new double[2];
    found.encode(cells, 0, target, 0);
    found.encode(cells, 1, target, 1);
    assertEquals(1, target[0], pair.yes);
    assertEquals(0, target[1], pair.no);
    found.fill(target, 1);
    assertEquals(1, target[1], "yes is more frequent");
  }

  @Test
  void of_otherWords_isNone() {
    assertNull(YesNo.of(Set.of("yes", "false")));
    assertNull(YesNo.of(Set.of("yes")), "one word alone");
    assertNull(YesNo.of(Set.of("male", "female")));
    assertNull(YesNo.of(Set.of("yes", "no", "maybe")));
  }

  @Test
  void encode_anotherWord_isAsMissingAndNotKnown() {
    YesNo mostlyYes = new YesNo("no", "yes", true);
    Cells maybe = Cells.of(StringColumn.create("x", "maybe"));

    double[] target = new double[1];
    mostlyYes.encode(maybe, 0, target, 0);
    assertEquals(1, target[0]);
    assertFalse(mostlyYes.unusual(maybe, 0).isEmpty());
  }
}
