package pathprox.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Augmentation;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

class BatchesTest {
  private static final TrainingOptions OPTIONS = TrainingOptions.defaults().withBatchSize(4);

  /** Ten samples whose input and target are their number. */
  private static Examples numbers() {
    Matrix numbers = new Arena().zeros(DataType.FLOAT, 10, 1);
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
    Batches batches = new Batches(numbers(), OPTIONS.withoutShuffling().batching(), new Arena());

    assertEquals(List.of(0, 1, 2, 3), batch(batches, 0));
    assertEquals(List.of(8, 9), batch(batches, 2));
    assertEquals(List.of(0, 1, 2, 3), batch(batches, 3));
  }

  @Test
  void moveTo_shuffled_takesEachSampleOnceAnEpoch() {
    Batches batches = new Batches(numbers(), OPTIONS.batching(), new Arena());
    List<Integer> first = epoch(batches, 0);
    List<Integer> second = epoch(batches, 1);

    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), first.stream().sorted().toList());
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), second.stream().sorted().toList());
    assertNotEquals(first, second);
  }

  @Test
  void moveTo_laterEpochFirst_dependsOnSeedAndEpochAlone() {
    List<Integer> afterOthers = new ArrayList<>();
    Batches batches = new Batches(numbers(), OPTIONS.batching(), new Arena());
    for (int i = 0; i < 6; i++) {
      afterOthers = epoch(batches, i);
    }

    assertEquals(afterOthers, epoch(new Batches(numbers(), OPTIONS.batching(), new Arena()), 5));
    assertNotEquals(
        afterOthers, epoch(new Batches(numbers(), OPTIONS.withSeed(1).batching(), new Arena()), 5));
  }

  /** Adds a random number below 1 to each sample. */
  private static final Augmentation NOISE =
      new Augmentation() {
        @Override
        public void check(Dataset dataset) {}

        @Override
        public void apply(Matrix samples, RandomNumbers random, Matrix changed) {
          for (int row = 0; row < samples.rows(); row++) {
            changed.set(row, 0, samples.get(row, 0) + random.nextDouble());
          }
        }
      };

  private static List<Double> changed(Batches batches, int iteration) {
    batches.moveTo(iteration);
    Matrix inputs = batches.inputs();
    Matrix targets = batches.targets();
    List<Double> changes = new ArrayList<>();
    for (int row = 0; row < inputs.rows(); row++) {
      double change = inputs.get(row, 0) - targets.get(row, 0);
      assertTrue(change >= 0 && change < 1, "samples and their changes stay together");
      changes.add(change);
    }
    return changes;
  }

  @Test
  void inputs_augmented_areChangedAnewAtEachIteration() {
    Batches batches =
        new Batches(numbers(), OPTIONS.withAugmentation(NOISE).batching(), new Arena());

    List<Double> first = changed(batches, 0);
    assertEquals(4, first.size());
    assertNotEquals(first, changed(batches, 1));
    assertNotEquals(first, changed(batches, 3));
    assertEquals(2, changed(batches, 5).size());
    assertEquals(first, changed(batches, 0));
  }

  @Test
  void inputs_augmentedAtALaterIterationFirst_dependOnSeedAndIterationAlone() {
    TrainingOptions options = OPTIONS.withAugmentation(NOISE);
    Batches batches = new Batches(numbers(), options.batching(), new Arena());
    for (int i = 0; i < 7; i++) {
      changed(batches, i);
    }

    List<Double> afterOthers = changed(batches, 7);
    assertEquals(afterOthers, changed(new Batches(numbers(), options.batching(), new Arena()), 7));
    assertNotEquals(
        afterOthers,
        changed(new Batches(numbers(), options.withSeed(1).batching(), new Arena()), 7));
  }

  @Test
  void inputs_augmented_leaveTheExamplesAlone() {
    Examples examples = numbers();
    changed(new Batches(examples, OPTIONS.withAugmentation(NOISE).batching(), new Arena()), 0);

    for (int i = 0; i < 10; i++) {
      assertEquals(i, examples.inputs().get(i, 0));
    }
  }
}
