package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java's own parser is right for all texts (since JDK 8, by its specification). */
class NumberScannerTest {
  private static void assertNearest(String text) {
    NumberScanner number = new NumberScanner();
    number.scan(text.toCharArray(), 0, text.length(), ',');

    assertEquals(text.length(), number.end(), text);
    assertEquals(Double.parseDouble(text.replace(',', '.')), number.value(), text);
  }

  @Test
  void value_anySignificandAndPower_isTheNearestDouble() {
    Random random = new Random(3);
    for (int i = 0; i < 300_000; i++) {
      long significand = random.nextLong(1L << random.nextInt(1, 61));
      assertNearest(significand + "e" + random.nextInt(-36, 37));
    }
  }

  /** Halfway between two doubles, or next to it: 2^53 + 1 and 2^53 + 3 over powers of ten. */
  static Stream<String> halfway() {
    return Stream.of(
        "9007199254740993",
        "9007199254740995",
        "900719925474099.30",
        "90071992547409930.0",
        "90071992547409930.1",
        "90071992547409929.9",
        "-90071992547409950.0",
        "0,90071992547409930");
  }

  @ParameterizedTest
  @MethodSource("halfway")
  void value_halfway_isNotGuessed(String text) {
    assertNearest(text);
  }
}
