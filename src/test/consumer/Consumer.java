import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** Trains a small network. */
final class Consumer {
  private Consumer() {}

  public static void main(String[] arguments) {
    Split data = Digits.split(1);
    Network start = Architecture.mlp(64, 10, 10).initialize(1);
    TrainingOptions options = TrainingOptions.defaults().withIterations(20).withBatchSize(200);
    System.out.println(Trainer.with(options).train(start, data, PathProx.of(1e-3)));
  }
}
