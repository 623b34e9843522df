package pathprox.benchmark;

import java.util.List;
import pathprox.data.Mnist;
import pathprox.data.Split;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/** The trainings of notebook 00, a hundredth of their iterations, with their records. */
final class NotebookTrainings implements Work {
  private static final double LAMBDA = 1e-3;

  private final Split data = Mnist.subset(100);
  private final Network start = Architecture.factorizedMlp(784, 100, 3, 10).initialize(42);
  private final TrainingOptions options =
      TrainingOptions.defaults().withIterations(40).withBatchSize(200);

  @Override
  public void run() {
    List<Method> published = List.of(new WeightDecay(LAMBDA), PathProx.of(LAMBDA));
    published.forEach(method -> train(options.withLearningRate(0.3), method));
    train(options.withLearningRate(0.05), new WeightDecay(LAMBDA).withMomentum(0.95));
    train(options, PathProx.recommended(LAMBDA));
  }

  private void train(TrainingOptions chosen, Method method) {
    Trainer.with(chosen).train(start, data, method);
  }
}
