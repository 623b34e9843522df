package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.loss.CrossEntropy;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;

class CandidateTableTest {
  private static final Split DATA = Digits.split(1);
  private static final Network START = Architecture.mlp(64, 20, 10).initialize(1);
  private static final Trainer TRAINER =
      Trainer.with(TrainingOptions.defaults().withIterations(300).withRecordEvery(100));
  private static final TrainingResult ALL = TRAINER.train(START, DATA, PathProx.recommended(1e-3));
  private static final TrainingResult FEW =
      TRAINER.train(START, DATA, PathProx.recommended(1e-3).withUnits(UnitTarget.perPair(6)));
  private static final TrainingResult NONE = TRAINER.train(START, DATA, PathProx.recommended(10));
  private static final CandidateTable TABLE =
      CandidateTable.empty().with("all", ALL).with("few", FEW).with("none", NONE);

  @Test
  void validation_candidates_standInTheirOrder() {
    Table table = TABLE.validation();

    assertEquals(List.of("candidate", "units", "validation %"), table.columnNames());
    assertEquals(List.of("all", "few", "none"), table.stringColumn("candidate").asList());
    int[] units = {ActiveUnits.of(ALL.network()), 6, 0};
    assertArrayEquals(units, table.intColumn("units").asIntArray());
    double accuracy = 100 * ALL.history().last().test().accuracy();
    assertEquals(accuracy, table.doubleColumn("validation %").get(0), 0.005 + 1e-9); // two digits
  }

  @Test
  void tested_candidates_haveTheAccuracyOnThatSetToo() {
    double share = Score.of(FEW.network(), DATA.train(), new CrossEntropy()).accuracy();

    assertEquals(
        100 * share, TABLE.tested(DATA.train()).doubleColumn("test %").get(1), 0.005 + 1e-9);
  }

  @Test
  void simplest_allWithinAStandardError_isThatWithTheFewestUnits() {
    // Of one sample the error is 0.2 or so, but constant outputs are right in a tenth of all cases.
    assertEquals("few", TABLE.simplest(1));
    assertEquals("all", CandidateTable.empty().with("none", NONE).with("all", ALL).simplest(797));
    assertThrows(IllegalArgumentException.class, () -> CandidateTable.empty().simplest(10));
  }
}
