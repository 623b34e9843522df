package pathprox.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.model.Fitted.OPTIONS;
import static pathprox.model.Fitted.PENGUINS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pathprox.features.FeaturePlan;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.parallel.Threads;
import pathprox.training.LearningRate;
import pathprox.training.TrainingDivergedException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class FittingTest {
  private static final Fitting SMALL = Fitted.species();
  private final int before = Threads.count();

  @AfterEach
  void restore() {
    Threads.use(before);
    assertFalse(Thread.interrupted(), "left interrupted");
  }

  /** λ by cross-validation, in 8 × 2 short trainings. */
  private static Fitting choosing() {
    return Fitting.of(PENGUINS, "species")
        .withOptions(OPTIONS.withIterations(40))
        .withHidden(8)
        .withFolds(2);
  }

  private static String text(Model model) {
    return Fitted.bits(model.network()) + model.plan().json() + model.origin().measures();
  }

  @Test
  void fit_sameSeed_isTheSameModelOnAnyNumberOfThreads() {
    Threads.use(1);
    String small = text(SMALL.fit());
    String chosen = text(choosing().fit());
    assertEquals(small, text(SMALL.fit()));
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Threads.use(2);
      assertEquals(small, text(SMALL.fit()));
      assertEquals(chosen, text(choosing().fit()));
    }
    assertFalse(small.equals(text(SMALL.withSeed(1).fit())), "another seed");
  }

  @Test
  void withOptions_earlyStop_isRefusedAtOnce() {
    assertEquals(
        "the network is trained on all rows, so there is no second set for an early stop: give"
            + " options without stoppingEarly, such as with fewer iterations",
        assertThrows(
                IllegalArgumentException.class, () -> SMALL.withOptions(OPTIONS.stoppingEarly(2)))
            .getMessage());
  }

  @Test
  void fit_withoutAMethod_choosesLambdaAndSaysHow() {
    Model model = choosing().fit();
    var validation = model.validation().orElseThrow();
    double chosen = validation.errors().get(validation.sparsest()).lambda();

    assertEquals(10, validation.results().size());
    assertEquals(chosen, model.origin().lambda());
    assertTrue(
        model
            .origin()
            .notes()
            .get(0)
            .startsWith("of 10 λ the largest that cannot be told from the best"),
        model::toString);
    assertEquals(chosen, model.training().orElseThrow().history().lambda());
  }

  @Test
  void fit_interruptedWithAMethod_isAModelOfTheStepsMade() {
    LearningRate interrupting =
        iteration -> {
          if (iteration == 30) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    Model model = SMALL.withOptions(OPTIONS.withLearningRate(interrupting)).fit();

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertTrue(
        model.origin().training().contains("interrupted after 31 iterations"), model::toString);
    assertEquals(
        List.of("the cross-validation was interrupted: nothing is known about new rows"),
        model.origin().notes());
    assertThrows(IllegalStateException.class, model::classification);
    assertEquals(344, model.predict(PENGUINS).rowCount());
  }

  @Test
  void fit_interruptedWithoutAMethod_hasNoNetworkToKeep() {
    LearningRate interrupting =
        iteration -> {
          if (iteration == 30) {
            Thread.currentThread().interrupt();
          }
          return 0.1;
        };
    Fitting fitting = choosing().withOptions(OPTIONS.withLearningRate(interrupting));
    String message = assertThrows(IllegalStateException.class, fitting::fit).getMessage();

    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertTrue(message.startsWith("the fitting was interrupted in its cross-validation"), message);
  }

  @Test
  void fit_diverging_isAnException() {
    LearningRate far = LearningRate.stepped(0.1, 1e200, 30);
    Fitting diverging =
        SMALL.withMethod(new WeightDecay(1e-3)).withOptions(OPTIONS.withLearningRate(far));
    assertThrows(TrainingDivergedException.class, diverging::fit);
  }

  /** Four rows have room for four folds. */
  @Test
  void fit_fewRows_hasAFoldForEachAtMost() {
    Table four =
        Table.create(
            "four", DoubleColumn.create("x", 1, 2, 3, 5), DoubleColumn.create("y", 1.5, 2, 3, 4.5));
    Model model =
        Fitting.of(four, "y")
            .withMethod(PathProx.recommended(1e-3))
            .withOptions(Fitted.FOR_NUMBERS)
            .withFolds(5)
            .fit();

    assertEquals(4, model.regression().size());
    assertEquals(4, model.validation().orElseThrow().results().get(0).size());
  }

  @Test
  void fit_noHiddenUnits_isALinearModelOfAMethodWithoutPathNorm() {
    Fitting linear = SMALL.withHidden().withMethod(new WeightDecay(1e-3));
    Model model = linear.fit();

    assertEquals(1, model.network().architecture().parametricLayers().size());
    assertTrue(model.classification().accuracy() > 0.9, model::toString);
    Fitting pairless = SMALL.withHidden();
    String message = assertThrows(IllegalArgumentException.class, pairless::fit).getMessage();
    assertTrue(message.startsWith("a path norm needs a pair of layers"), message);
  }

  @Test
  void fit_constantTarget_predictsIt() {
    double[] numbers = {1, 2, 3, 5};
    Table table =
        Table.create(
            "four",
            DoubleColumn.create("x", numbers),
            DoubleColumn.create("y", 2.5, 2.5, 2.5, 2.5));
    Model model =
        Fitting.of(table, "y")
            .withMethod(PathProx.recommended(1e-2))
            .withOptions(Fitted.FOR_NUMBERS)
            .withFolds(0)
            .fit();
    for (double y : model.predict(table).doubleColumn("predicted y")) {
      assertEquals(2.5, y, 0.2);
    }
  }

  @Test
  void of_wrongComponents_areRefused() {
    Fitting fitting = Fitting.of(PENGUINS, "species");
    for (int folds : new int[] {-1, 1}) {
      assertEquals(
          "folds must be 2 or more, or 0 for none, were " + folds,
          assertThrows(IllegalArgumentException.class, () -> fitting.withFolds(folds))
              .getMessage());
    }
    String choice =
        assertThrows(IllegalArgumentException.class, () -> fitting.withFolds(0)).getMessage();
    assertTrue(choice.startsWith("λ is chosen by cross-validation"), choice);
    assertThrows(
        NullPointerException.class,
        () ->
            new Fitting(
                null, Optional.empty(), Optional.empty(), Optional.empty(), List.of(1), 2, 0));
    assertThrows(IllegalArgumentException.class, () -> Fitting.of(PENGUINS, "Species"));
    assertThrows(IllegalArgumentException.class, () -> SMALL.withHidden(0).fit());
  }

  @Test
  void with_aChoice_changesNothingElse() {
    Fitting changed = SMALL.withSeed(3).withHidden(4, 5).withFolds(3);

    assertEquals(SMALL.plan(), changed.plan());
    assertEquals(SMALL.method(), changed.method());
    assertEquals(SMALL.options(), changed.options());
    assertEquals(List.of(4, 5), changed.widths());
    assertEquals(3, changed.folds());
    assertEquals(3, changed.seed());
    assertEquals(0, SMALL.seed());
    assertTrue(changed.toString().contains("hidden units [4, 5], 3 folds, seed 3"));
    assertTrue(choosing().toString().startsWith("λ of "), choosing()::toString);
    assertTrue(
        Fitting.of(FeaturePlan.of(PENGUINS, "species"))
            .toString()
            .contains("options that suit the rows"));
  }
}
