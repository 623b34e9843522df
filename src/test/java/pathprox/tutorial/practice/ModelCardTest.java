package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.method.PathProx;
import pathprox.model.Fitting;
import pathprox.model.Model;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ModelCardTest {
  private static final Model MODEL =
      Fitting.of(
              Table.create(
                  "pairs",
                  DoubleColumn.create("x", 1, 2, 3, 4, 5, 6),
                  DoubleColumn.create("y", 1.5, 2.5, 3.5, 4.5, 5.5, 6.5)),
              "y")
          .withMethod(PathProx.recommended(0.01))
          .withOptions(TrainingOptions.defaults().withIterations(5))
          .withFolds(2)
          .fit();

  @Test
  void toString_model_tellsRowsMethodMeasuresAndWhatWasWritten() {
    String card = new ModelCard(MODEL, "an example", "anything else").toString();

    assertTrue(card.contains("Trained on   6 rows"), card);
    assertTrue(card.contains("PathProx recommended λ=0.01"), card);
    assertTrue(card.contains("RMSE"), card);
    assertTrue(card.contains("above all x"), card);
    assertTrue(card.endsWith("Not for      anything else"), card);
  }

  @Test
  void card_nothingWritten_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ModelCard(MODEL, " ", "a limit"));
    assertThrows(IllegalArgumentException.class, () -> new ModelCard(MODEL, "a use", ""));
  }
}
