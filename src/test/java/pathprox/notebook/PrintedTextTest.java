package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PrintedTextTest {
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private final PrintedText<String> text =
      new PrintedText<>((cell, printed) -> messages.add(cell + ":" + printed));

  @Test
  void accept_fewLines_goAtOnceAndByThemselves() {
    text.accept("a", "1\n");
    text.accept("a", "2\n");

    assertEquals(List.of("a:1\n", "a:2\n"), messages);
  }

  @Test
  void accept_manyLines_goInOrderInFewMessages() {
    PrintedText<String> many = new PrintedText<>((cell, printed) -> messages.add(printed));
    int lines = 100_000;

    IntStream.range(0, lines).forEach(i -> many.accept("a", i + "\n"));
    many.flush();

    String expected =
        IntStream.range(0, lines).mapToObj(i -> i + "\n").collect(Collectors.joining());
    assertEquals(expected, String.join("", messages));
    assertTrue(messages.size() < lines / 100, messages.size() + " messages");
  }

  @Test
  void accept_anotherCell_getsNothingOfTheOneBefore() {
    IntStream.range(0, PrintedText.MOST_MESSAGES).forEach(i -> text.accept("a", "."));
    text.accept("a", "1\n");
    text.accept("b", "2\n");
    text.flush();

    assertEquals(
        List.of("a:1\n", "b:2\n"), messages.subList(PrintedText.MOST_MESSAGES, messages.size()));
  }

  @Test
  @Timeout(30)
  void accept_whatWaits_isSentWhenTheMomentIsOver() throws InterruptedException {
    IntStream.range(0, PrintedText.MOST_MESSAGES + 1).forEach(i -> text.accept("a", "."));

    while (messages.size() < PrintedText.MOST_MESSAGES + 1) {
      Thread.sleep(10);
    }
  }
}
