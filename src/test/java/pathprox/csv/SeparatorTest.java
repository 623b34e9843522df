package pathprox.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparatorTest {
  record Rows(char separator, String text) {}

  static Stream<Rows> files() {
    return Stream.of(
        new Rows(',', "a,b\n1,2\n"),
        new Rows(',', "a,b\n"),
        new Rows(',', "a,text\n1,\"x; y\"\n2,z\n"),
        new Rows(',', "a,text\n1,x;y\n2,z\n"),
        new Rows(',', "time,x\n2020-01-01 10:00,1\n2020-01-01 11:00,2\n"),
        new Rows(';', "1,5;2,5\n3,5;4,5\n"),
        new Rows(';', "a;\"b, c\"\n1;2\n"),
        new Rows('\t', "name\tx\nNew York\t1\nBonn\t2\n"),
        new Rows('|', "a|b\n1,2|3,4\n"),
        new Rows(' ', "a b\n1 2\n3   4\n"),
        new Rows(' ', "1  2\tx\n3  4\ty\n"),
        new Rows(',', "full name\nAda Lovelace\nAlan Turing\n"),
        new Rows(',', "x\n1\n2\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void guess_firstRows_tellTheSign(Rows rows) throws IOException {
    char guessed =
        Separator.guess(
            sign ->
                FirstRows.of(new StringReader(rows.text()), sign, FirstRows.FOR_SEPARATOR).rows());

    assertEquals(rows.separator(), guessed);
  }
}
