package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.metrics.ActiveUnits;
import pathprox.metrics.Score;
import pathprox.network.Network;
import pathprox.progress.Progress;
import pathprox.training.History;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingDivergedException;
import pathprox.training.TrainingResult;

/** Trainings on the same data. */
record Runs(Trainer trainer, TrainingData data) {
  private static final int SAMPLES = 200; // enough to see whether outputs depend on inputs at all
  private static final double SMALLEST_SPREAD = 1e-3; // of outputs, relative to the largest

  /** Makes the method of a λ; one with another λ would be shown in the wrong place. */
  static Method methodOf(DoubleFunction<Method> factory, double lambda) {
    Method method = factory.apply(lambda);
    String message = "the method made for λ = %s must have this λ, has %s: %s";
    require(method.lambda() == lambda, message, lambda, method.lambda(), method.name());
    return method;
  }

  /** Until one is interrupted, by each method: from the start or, if warm, what was useful last. */
  List<TrainingResult> inTurn(String title, List<Method> methods, Network start, boolean warm) {
    List<TrainingResult> results = new ArrayList<>();
    try (Progress progress = Progress.of(title, methods.size())) {
      Runs watched = new Runs(trainer.listening(progress), data);
      Network from = start;
      for (Method method : methods) {
        TrainingResult result = watched.trainOrDiverge(from, method);
        results.add(result);
        if (result.outcome() == Outcome.INTERRUPTED) {
          break;
        }
        from = warm && canGoOnFrom(result) ? result.network() : from;
      }
    }
    return results;
  }

  /** On the second set at the end; what was recorded before a divergence is not the end. */
  static Score test(TrainingResult result) {
    History history = result.history();
    boolean diverged = result.outcome() == Outcome.DIVERGED || history.measurements().isEmpty();
    return diverged ? Score.NONE : history.last().test();
  }

  /** A divergence is a result with this outcome. */
  TrainingResult trainOrDiverge(Network start, Method method) {
    try {
      return trainer.train(start, data, method);
    } catch (TrainingDivergedException e) {
      return e.result();
    }
  }

  /**
   * Whether another training can start from here. Outputs that do not depend on the inputs are a
   * saddle; but dead units of one pair alone keep their incoming weights, see the data, come back.
   */
  boolean canGoOnFrom(TrainingResult result) {
    Network network = result.network();
    boolean onePairAlone = network.architecture().parametricLayers().size() == 2;
    return result.outcome() != Outcome.DIVERGED
        && (onePairAlone && ActiveUnits.of(network) == 0 || !isConstant(network));
  }

  private boolean isConstant(Network network) {
    Dataset train = data.trainingSet();
    INDArray outputs =
        network.compact().outputs(train.first(Math.min(SAMPLES, train.size())).features());
    double spread = outputs.max(0).sub(outputs.min(0)).maxNumber().doubleValue();
    return !(spread > SMALLEST_SPREAD * outputs.amaxNumber().doubleValue());
  }
}
