package pathprox.benchmark.photographs;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.benchmark.PrintedRecords;
import pathprox.data.Cifar10;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Initialization;
import pathprox.network.Network;
import pathprox.network.Shape;
import pathprox.table.HistoryTable;
import pathprox.table.TableFile;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * Trains VGG19 on the photographs in a folder, with crops and flips, for as many epochs as are
 * asked for. As the authors of PathProx do, with λ = 10⁻³, batches of 128 and no momentum, nothing
 * is learned from 5,000 photographs in eight epochs; hence a smaller λ, small batches and momentum.
 */
public final class Photographs {
  private static final int BATCH = 32;
  private static final double MOMENTUM = 0.9;

  private Photographs() {}

  private static Method method(String name, double lambda) {
    return switch (name) {
      case "decay" -> new WeightDecay(lambda).withMomentum(MOMENTUM);
      case "published" -> PathProx.of(lambda).withMomentum(MOMENTUM);
      case "recommended" -> PathProx.recommended(lambda);
      default ->
          throw new IllegalArgumentException(
              "there is no method '%s'; expected decay, published or recommended".formatted(name));
    };
  }

  /**
   * Trains, or goes on, and keeps the curves in the folder of the states as {@code METHOD.csv}.
   *
   * @param arguments a folder of files as those of CIFAR-10, one for the states, the method ({@code
   *     decay}, {@code published} or {@code recommended}), the epochs, λ, and the rate of the first
   *     two
   */
  public static void main(String[] arguments) {
    if (arguments.length < 5 || !arguments[2].equals("recommended") && arguments.length < 6) {
      System.err.println(
          "expected FOLDER STATES decay|published|recommended EPOCHS LAMBDA [RATE],"
              + " a rate for the first two, found: "
              + String.join(" ", arguments));
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Split data = Cifar10.read(Path.of(arguments[0]));
    int perEpoch = (data.train().size() - 1) / BATCH + 1;
    int iterations = perEpoch * Integer.parseInt(arguments[3]);
    TrainingOptions options =
        TrainingOptions.defaults()
            .withBatchSize(BATCH)
            .withIterations(iterations)
            .withRecordEvery(perEpoch)
            .withAugmentation(Cifar10.cropAndFlip());
    Method method = method(arguments[2], Double.parseDouble(arguments[4]));
    if (!arguments[2].equals("recommended")) {
      double rate = Double.parseDouble(arguments[5]);
      int fall = iterations * 2 / 3;
      options = options.withLearningRate(LearningRate.stepped(rate, 0.1, fall, iterations * 8 / 9));
    }
    Network start =
        Architecture.vgg19(Shape.of(3, 32, 32), 10)
            .initialize(1, DataType.FLOAT, Initialization.kaimingNormal());
    TrainingResult result =
        Trainer.with(options)
            .saving(arguments[1])
            .listening(new PrintedRecords(out, "epoch", perEpoch, "channels"))
            .train(start, data, method);
    TableFile.save(HistoryTable.of(result), arguments[1] + "/" + arguments[2] + ".csv");
    out.println(result);
  }
}
