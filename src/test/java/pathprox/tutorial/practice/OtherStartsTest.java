package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.experiment.Lambdas;
import pathprox.experiment.PathResult;
import pathprox.experiment.RegularizationPath;
import pathprox.network.Architecture;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

class OtherStartsTest {
  private static final Split DATA = Digits.split(1);
  private static final Architecture ARCHITECTURE = Architecture.mlp(64, 8, 10);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.defaults().withIterations(40).withRecordEvery(20);
  private static final RegularizationPath WARM = RegularizationPath.over(Lambdas.of(0.1, 0.01));

  @Test
  void train_seeds_givesThePathsThatEachTrainsAlone() {
    for (RegularizationPath path : List.of(WARM, WARM.withColdStarts())) {
      List<PathResult> paths = OtherStarts.of(ARCHITECTURE, 3, 4).train(path, OPTIONS, DATA);

      Trainer trainer = Trainer.with(OPTIONS.withSeed(4));
      PathResult alone = path.train(trainer, ARCHITECTURE.initialize(4), DATA);
      assertEquals(2, paths.size());
      assertEquals(0, LargestDifference.of(alone.last().network(), paths.get(1).last().network()));
    }
  }

  @Test
  void of_noSeeds_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> OtherStarts.of(ARCHITECTURE));
  }
}
