package pathprox.tutorial.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.Chart;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

class UnitNormsTest {
  private static final Trainer TRAINER =
      Trainer.with(
          TrainingOptions.defaults().withIterations(2).withRecordEvery(1).withLearningRate(0.1));
  private static final Network START = Architecture.mlp(64, 5, 10).initialize(1);
  private static final Split DIGITS = Digits.split(1);

  /** γλ = 1 is longer than any outgoing weights of the start. */
  private static UnitNorms published() {
    return UnitNorms.during(TRAINER, START, DIGITS, PathProx.of(10), 0, 2);
  }

  @Test
  void during_aTraining_notesTheUnitsOfSomeIterations() {
    UnitNorms norms = published();
    assertEquals(Set.of(0, 2), norms.byIteration().keySet());
    assertArrayEquals(START.incomingNorms(0), norms.byIteration().get(0).get(0));
    assertArrayEquals(START.outgoingNorms(1), norms.byIteration().get(0).get(1));
    assertArrayEquals(norms.result().network().outgoingNorms(1), norms.byIteration().get(2).get(1));
    assertEquals(List.of(0L, 5L), List.of(norms.zeros(0), norms.zeros(2)));
  }

  @Test
  void during_iterationWithoutRecord_isRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> UnitNorms.during(TRAINER, START, DIGITS, PathProx.of(1), 0, 3));
    assertEquals("iteration 3 was not recorded, found [0]", e.getMessage());
    Network line = Architecture.mlp(64, 10).initialize(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitNorms.during(TRAINER, line, DIGITS, PathProx.of(1), 0));
  }

  @Test
  void slides_showAPanelForEachMethodAndAFrameForEachIteration() {
    Map<String, UnitNorms> trainings = new LinkedHashMap<>();
    trainings.put("PathProx as published", published());
    trainings.put(
        "weight decay", UnitNorms.during(TRAINER, START, DIGITS, new WeightDecay(0.1), 0, 2));
    Chart slides = NormSlides.of(trainings);

    assertEquals(List.of("0", "2"), slides.frames().stream().map(it -> it.get("name")).toList());
    List<?> last = (List<?>) slides.frames().get(1).get("data");
    assertEquals(6, last.size());
    List<?> active = (List<?>) at(last.get(1), "x");
    assertTrue(active.stream().allMatch(each -> each == null), active.toString());
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L), at(last.get(2), "y"));
    List<?> headings = (List<?>) at(slides.frames().get(1), "layout", "annotations");
    assertEquals("PathProx as published<br>5 of 5 at zero", at(headings.get(0), "text"));
    assertEquals("weight decay<br>0 of 5 at zero", at(headings.get(1), "text"));
  }
}
