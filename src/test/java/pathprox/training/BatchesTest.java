package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Examples;
import pathprox.tensor.Matrix;

class BatchesTest {
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withBatchSize(4);

  /** Ten samples whose input and target are their number. */
  private static Examples numbers() {
    Matrix numbers = Matrix.zeros(DataType.FLOAT, 10, 1);
    for (int i = 0; i < 10; i++) {
      numbers.set(i, 0, i);
    }
    return new Examples(numbers, numbers, false);
  }

  private static List<Integer> batch(Batches batches, int iteration) {
    batches.moveTo(iteration);
    Matrix inputs = batches.inputs();
    Matrix targets = batches.targets();
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < inputs.rows(); row++) {
      assertEquals(inputs.get(row, 0), targets.get(row, 0), "inputs and targets stay together");
      rows.add((int) inputs.get(row, 0));
    }
    return rows;
  }

  private static List<Integer> epoch(Batches batches, int number) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.addAll(batch(batches, 3 * number + i));
    }
    return rows;
  }

  @Test
  void moveTo_withoutShuffling_takesRowsInOrderWithASmallerLastBatch() {
    Batches batches = new Batches(numbers(), OPTIONS.withoutShuffling());

    assertEquals(List.of(0, 1, 2, 3), batch(batches, 0));
    assertEquals(List.of(8, 9), batch(batches, 2));
    assertEquals(List.of(0, 1, 2, 3), batch(batches, 3));
  }

  @Test
  void moveTo_shuffled_takesEachSampleOnceAnEpoch() {
    Batches batches = new Batches(numbers(), OPTIONS);
    List<Integer> first = epoch(batches, 0);
    List<Integer> second = epoch(batches, 1);

    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), first.stream().sorted().toList());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), second.stream().sorted().toList());
    assertNotEquals(first, second);
  }

  @Test
  void moveTo_laterEpochFirst_dependsOnSeedAndEpochAlone() {
    List<Integer> afterOthers = new ArrayList<>();
    Batches batches = new Batches(numbers(), OPTIONS);
    for (int i = 0; i < 6; i++) {
      afterOthers = epoch(batches, i);
    }

    assertEquals(afterOthers, epoch(new Batches(numbers(), OPTIONS), 5));
    assertNotEquals(afterOthers, epoch(new Batches(numbers(), OPTIONS.withSeed(1)), 5));
  }
}
