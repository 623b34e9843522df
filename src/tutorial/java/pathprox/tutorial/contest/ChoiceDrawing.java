package pathprox.tutorial.contest;

import java.util.List;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** Which method, when: questions from the top down, with an answer beside each. */
public final class ChoiceDrawing {
  private static final String DECAY_PAPER = "#FBEDE3";
  private static final String PROX_PAPER = "#E2F3EE";
  private static final int ROW = 76;
  private static final int TOP = 22;
  private static final int HEIGHT = 52;

  /** Two lines of a question, and two of the answer if it is yes. */
  private record Row(String first, String second, String answer, String how, String edge) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "A large model on a GPU, attention,",
              "data that stream, no ReLU?",
              "Not this library",
              "PyTorch, AdamW",
              Drawing.GRAY),
          new Row(
              "Single weights to be zero,",
              "or weights of fewer bits?",
              "Not this method",
              "unstructured pruning, quantization",
              Drawing.GRAY),
          new Row(
              "Does the minimizer itself matter:",
              "theory, certificates, splines?",
              "PathProx",
              "PathProx.recommended(λ)",
              Drawing.GREEN),
          new Row(
              "Does accuracy alone count,",
              "whatever the size?",
              "All units",
              "weight decay with momentum, AdamW",
              Drawing.ORANGE),
          new Row(
              "Is there a trained network",
              "that has to become smaller?",
              "Prune, and train on",
              "units of the largest path norms",
              Drawing.ORANGE),
          new Row(
              "Is the width known,",
              "and are the data easy?",
              "Narrow from the start",
              "weight decay with momentum",
              Drawing.ORANGE));

  private ChoiceDrawing() {}

  /** {@return the questions of the notebook, each with what to do if its answer is yes} */
  public static Picture ofQuestions() {
    int last = TOP + ROWS.size() * ROW;
    Drawing sheet = new Drawing(700, last + HEIGHT + 22);
    for (int i = 0; i < ROWS.size(); i++) {
      Row row = ROWS.get(i);
      int y = TOP + i * ROW;
      int middle = y + HEIGHT / 2;
      sheet.box(20, y, 290, HEIGHT, "#FFFFFF", Drawing.INK);
      sheet.label(165, y + 22, row.first, Drawing.INK).label(165, y + 41, row.second, Drawing.INK);
      sheet.arrow(310, middle, 388, middle, Drawing.INK, 1.5);
      sheet.label(345, middle - 7, "yes", Drawing.INK);
      answer(sheet, 390, y, row.answer, row.how, row.edge);
      sheet.arrow(165, y + HEIGHT, 165, y + ROW, Drawing.INK, 1.5);
      sheet.note(174, y + HEIGHT + 16, "no", Drawing.INK);
    }
    answer(
        sheet, 20, last, "One training, few units", "recommended(λ).withUnits(…)", Drawing.GREEN);
    return sheet.picture(words());
  }

  private static void answer(
      Drawing sheet, double x, double y, String answer, String how, String edge) {
    String paper =
        switch (edge) {
          case Drawing.GREEN -> PROX_PAPER;
          case Drawing.ORANGE -> DECAY_PAPER;
          default -> Drawing.PALE;
        };
    sheet.box(x, y, 290, HEIGHT, paper, edge);
    sheet.title(x + 14, y + 22, answer).note(x + 14, y + 41, how, Drawing.INK);
  }

  private static String words() {
    StringBuilder words = new StringBuilder("Questions, each with what to do if it is so. ");
    for (Row row : ROWS) {
      words.append("%s %s %s: %s. ".formatted(row.first, row.second, row.answer, row.how));
    }
    return words + "If none is so: one training with few units, recommended(λ).withUnits(…).";
  }
}
