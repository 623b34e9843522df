package pathprox.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** A training that can be done anywhere. */
record Member(Architecture architecture, Method method, TrainingOptions options, long seed)
    implements Serializable {
  /** As a sweep does it; without a display of its own. */
  static TrainingResult train(Member member, TrainingData data) {
    Trainer trainer = Trainer.with(member.options).countingFor(Progress.of("members", 1));
    Network start = member.architecture.initialize(member.seed);
    return trainer.train(start, data, member.method);
  }

  /** So many, of two methods and two architectures, with so many iterations each. */
  static List<Member> several(int count, int iterations) {
    TrainingOptions options =
        TrainingOptions.defaults().withIterations(iterations).withRecordEvery(iterations);
    TrainingOptions falling =
        options.withLearningRate(LearningRate.cosine(0.1, 0, iterations, 0.01));
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isEven = i % 2 == 0;
      Method method = isEven ? PathProx.recommended(1e-3) : new WeightDecay(1e-3);
      Architecture architecture = Architecture.mlp(64, isEven ? 32 : 24, 10);
      members.add(new Member(architecture, method, isEven ? options : falling, i));
    }
    return members;
  }
}
