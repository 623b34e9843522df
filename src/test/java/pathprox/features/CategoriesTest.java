package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

class CategoriesTest extends EncodingContract {
  @Override
  String kind() {
    return "category";
  }

  @Override
  Column<?> column() {
    List<String> letters = List.of("a", "b", "c");
    return StringColumn.create(
        "x", IntStream.range(0, ROWS).mapToObj(i -> i == MISSING ? "" : letters.get(i % 3)));
  }

  private static Categories of(String... values) {
    Cells cells = Cells.of(StringColumn.create("x", values));
    return Categories.of(cells, IntStream.range(0, values.length).toArray());
  }

  private static double[] encoded(Categories categories, Column<?> column, int row) {
    double[] target = new double[categories.features("x").size()];
    categories.encode(Cells.of(column), row, target, 0);
    return target;
  }

  @Test
  void of_texts_areByLetterAndTheMostFrequentOneFills() {
    assertEquals(new Categories(List.of("a", "b", "ä"), false, "b"), of("b", "ä", "a", "b"));
    assertEquals("a", of("b", "a").mostFrequent(), "of equal ones the first letter");
    assertEquals(List.of("2", "10"), of("10", "2").values(), "numbers by size");
  }

  /** 60 values, v00 to v49 twice, the others once. */
  @Test
  void of_moreThanFifty_areTheMostFrequentAndOneForAllOthers() {
    Stream<String> twice =
        IntStream.range(0, 50).mapToObj(i -> String.format(Locale.ROOT, "v%02d", i));
    Stream<String> all =
        IntStream.range(0, 60).mapToObj(i -> String.format(Locale.ROOT, "v%02d", i));
    Categories many = of(Stream.concat(twice, all).toArray(String[]::new));

    assertEquals(51, many.features("x").size());
    assertEquals("x=v49", many.features("x").get(49));
    assertEquals("x=(other)", many.features("x").get(50));
    double[] rare = encoded(many, StringColumn.create("x", "v55"), 0);
    assertEquals(1, rare[50]);
    assertArrayEquals(rare, encoded(many, StringColumn.create("x", "never seen"), 0));
    assertEquals("", many.unusual(Cells.of(StringColumn.create("x", "never seen")), 0));
    assertTrue(
        many.toString().contains("50 columns of 0 and 1 and one for all others: v00, v01"), "text");
  }

  @Test
  void encode_unknownValue_isZeroAndNotKnown() {
    Column<?> later = StringColumn.create("x", "A", " b ");
    Categories two = of("a", "b");

    assertArrayEquals(new double[] {0, 0}, encoded(two, later, 0));
    assertFalse(two.unusual(Cells.of(later), 0).isEmpty(), "capital letters differ");
    assertArrayEquals(new double[] {0, 1}, encoded(two, later, 1), "without spaces");
  }

  @Test
  void encode_numbersOfAnotherType_areTheSameCategory() {
    Cells ints = Cells.of(IntColumn.create("x", 4, 6, 8));
    Categories cylinders = Categories.of(ints, new int[] {0, 1, 2});

    for (Column<?> later :
        List.of(
            DoubleColumn.create("x", new double[] {6}),
            LongColumn.create("x", new long[] {6}),
            StringColumn.create("x", "6"))) {
      assertArrayEquals(new double[] {0, 1, 0}, encoded(cylinders, later, 0), later.type().name());
    }
  }
}
