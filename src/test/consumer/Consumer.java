import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.io.Checkpoint;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.onnx.Onnx;
import pathprox.plot.Curves;
import pathprox.table.HistoryTable;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * Trains a small network, draws its curve, saves it, loads it, and predicts by what was loaded; and
 * uses an optional part without its dependency.
 */
final class Consumer {
  private Consumer() {}

  public static void main(String[] arguments) throws Exception {
    Split data = Digits.split(1);
    Network start = Architecture.mlp(64, 10, 10).initialize(1);
    TrainingOptions options = TrainingOptions.defaults().withIterations(20).withBatchSize(200);
    TrainingResult result = Trainer.with(options).train(start, data, PathProx.of(1e-3));
    System.out.println(result);
    System.out.println(Curves.objective(HistoryTable.of(result)).data().size() + " curves");
    Path file = Files.createTempFile("consumer", ".safetensors");
    Checkpoint.save(result.network(), file);
    Network loaded = Checkpoint.load(file);
    Files.delete(file);
    int[] before = result.network().classify(data.test().features());
    boolean same = Arrays.equals(before, loaded.classify(data.test().features()));
    System.out.println("predictions alike: " + same);
    try {
      Onnx.save(loaded, file);
    } catch (IllegalStateException withoutLibrary) {
      System.out.println(withoutLibrary.getMessage());
    }
  }
}
