package pathprox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatsWithoutLocaleTest {
  /** Digits of such formats are those of the platform's language, unless a locale is named. */
  @Test
  void sources_formatsOfNumbers_nameALocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/tutorial/java", "src/spark/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          found.addAll(FormatsWithoutLocale.in(Files.readString(file)));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void formatsWithoutLocale_eachWay_isFound() throws IOException {
    String source =
        """
        class Sample {
          static final String PLACE = "row " + "%d";
          String text(int i) {
            String share = i > 0 ? "%.2f" : "%s";
            String fine = "%s of %x".formatted(i, i) + String.format(Locale.ROOT, "%d", i);
            return PLACE.formatted(i) + share.formatted(i) + ("a %,d" + fine).formatted(i)
                + String.format("%e", 1.0 * i);
          }
        }
        """;

    assertEquals(List.of("row %d", "%.2f%s", "a %,d", "%e"), FormatsWithoutLocale.in(source));
  }
}
