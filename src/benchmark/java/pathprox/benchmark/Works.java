package pathprox.benchmark;

import java.util.Map;
import java.util.function.Supplier;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;

/** All works by the names that commands use. */
final class Works {
  private static final int STEPS_BETWEEN_CHECKS = 50;

  private static final Map<String, Supplier<Work>> ALL =
      Map.ofEntries(
          Map.entry("dense-sgd", () -> DenseStep.of(new WeightDecay(0))),
          Map.entry("dense-weight-decay", () -> DenseStep.of(new WeightDecay(DenseStep.LAMBDA))),
          Map.entry("dense-pathprox", () -> DenseStep.of(PathProx.of(DenseStep.LAMBDA))),
          Map.entry("dense-products", PureProducts::ofDenseStep),
          Map.entry("late-lazy", () -> new LateStep(WorkingSet.lazy(STEPS_BETWEEN_CHECKS))),
          Map.entry("late-exact", () -> new LateStep(WorkingSet.exact())),
          Map.entry("evaluation-dense", EvaluationRun::dense),
          Map.entry("evaluation-late", LateEvaluation::compacted),
          Map.entry("training", TrainingRun::published),
          Map.entry("notebook-trainings", NotebookTrainings::new),
          Map.entry("toy-pathprox", ToyStep::new),
          Map.entry("vgg19-pathprox", VggStep::new));

  private Works() {}

  /** Sets up the work of this name. */
  static Work make(String name) {
    if (name.startsWith(ScaledStep.PREFIX)) {
      return ScaledStep.of(name);
    }
    if (name.startsWith(SmallConvolutions.PREFIX)) {
      return SmallConvolutions.of(name);
    }
    if (name.startsWith(ConvolutionPass.PREFIX)) {
      return ConvolutionPass.of(name);
    }
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException("there is no work " + name);
    }
    return ALL.get(name).get();
  }
}
