package pathprox.tutorial.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

class DrawingsOfTheoryTest {
  private static final Pattern THICKNESS = Pattern.compile("stroke-width=\"([0-9.]+)\"");
  private static final Pattern PLACE = Pattern.compile(" (?:x|x1|x2|cx)=\"(-?[0-9.]+)\"");

  static Stream<Picture> drawings() {
    return Stream.of(
        BalanceDrawing.ofOneUnit(), ObjectivesDrawing.ofProof(), ObjectivesDrawing.ofPlateau());
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void drawings_each_stayOnTheirSheet(Picture drawing) {
    Matcher places = PLACE.matcher(drawing.svg());
    assertTrue(places.results().allMatch(it -> onSheet(Double.parseDouble(it.group(1)))));
  }

  private static boolean onSheet(double x) {
    return x >= 0 && x <= 700;
  }

  /** 2.2 pixels for a norm of 1: in by 2 and out by ½ before, both by 1 after. */
  @Test
  void ofOneUnit_arrows_areAsThickAsTheNorms() {
    List<String> arrows =
        Arrays.stream(BalanceDrawing.ofOneUnit().svg().split("\n"))
            .filter(it -> it.startsWith("<line"))
            .filter(it -> it.contains(Drawing.BLUE) || it.contains(Drawing.ORANGE))
            .map(DrawingsOfTheoryTest::thickness)
            .toList();
    assertEquals(
        List.of("4.4", "4.4", "4.4", "1.1", "1.1", "2.2", "2.2", "2.2", "2.2", "2.2"), arrows);
  }

  private static String thickness(String element) {
    Matcher matcher = THICKNESS.matcher(element);
    assertTrue(matcher.find(), element);
    return matcher.group(1);
  }
}
