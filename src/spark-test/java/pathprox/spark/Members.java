package pathprox.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.TrainingData;
import pathprox.experiment.Lambdas;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepMember;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.progress.Progress;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** Trainings that can be done anywhere. */
final class Members {
  private Members() {}

  /** Sixteen members of two architectures, three methods and λ, and two seeds. */
  static Sweep sweep() {
    return Sweep.of(Architecture.mlp(64, 32, 10), Architecture.mlp(64, 24, 24, 10))
        .withMethods(Lambdas.of(1e-4, 1e-3), PathProx::recommended)
        .withMethods(new WeightDecay(1e-3), PathProx.of(1e-3))
        .withSeeds(1, 2);
  }

  static TrainingOptions options(int iterations) {
    return TrainingOptions.defaults().withIterations(iterations).withRecordEvery(iterations);
  }

  /** Without a display of its own. */
  static TrainingResult train(SweepMember member, TrainingData data) {
    return member.train(
        Trainer.with(member.options()).countingFor(Progress.of("members", 1)), data);
  }

  /** So many, of two methods and two architectures, with so many iterations each. */
  static List<SweepMember> several(int count, int iterations) {
    TrainingOptions options = options(iterations);
    TrainingOptions falling =
        options.withLearningRate(LearningRate.cosine(0.1, 0, iterations, 0.01));
    List<SweepMember> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isEven = i % 2 == 0;
      Method method = isEven ? PathProx.recommended(1e-3) : new WeightDecay(1e-3);
      Architecture architecture = Architecture.mlp(64, isEven ? 32 : 24, 10);
      TrainingOptions seeded = (isEven ? options : falling).withSeed(i);
      members.add(new SweepMember(architecture, DataType.FLOAT, method, seeded, Optional.empty()));
    }
    return members;
  }
}
