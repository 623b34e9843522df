package pathprox.benchmark.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.training.History;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** {@code ./mvnw test -Pbenchmark -Dtest=UnitChangesTest}. */
class UnitChangesTest {
  @Test
  void prepare_watched_trainsAsTheMethodItself() {
    UnitChanges watched = new UnitChanges(PathProx.recommended(1e-3));
    History history = train(watched);
    History plain = train(PathProx.recommended(1e-3));
    assertEquals(plain.objective(plain.last()), history.objective(history.last()));
  }

  @Test
  void perStep_unitsDieBetweenFirstAndLastRecord_areCounted() {
    UnitChanges watched = new UnitChanges(PathProx.of(0.1));
    History history = train(watched);
    assertTrue(history.last().regularity().totalActiveUnits() < 20, history::toString);
    assertTrue(watched.perStep() > 0 && watched.perStep() <= 20, "was " + watched.perStep());
  }

  private static History train(Method method) {
    TrainingOptions options = TrainingOptions.defaults().withIterations(60).withRecordEvery(30);
    return Trainer.with(options)
        .train(Architecture.mlp(64, 20, 10).initialize(1), Digits.split(1).train(), method)
        .history();
  }
}
