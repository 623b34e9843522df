package pathprox.experiment;

import java.util.List;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.training.Trainer;

/**
 * Trains the same network on the same data by several methods, one after the other.
 *
 * @param methods what is compared, in the order of the legends; none, or two of the same name, are
 *     an IllegalArgumentException
 */
public record Comparison(List<Method> methods) {
  public Comparison {
    methods = List.copyOf(methods);
    Compare.requireDistinct(names(methods));
  }

  private static List<String> names(List<Method> methods) {
    return methods.stream().map(Method::name).toList();
  }

  /** {@return a comparison of {@code methods}} */
  public static Comparison of(Method... methods) {
    return new Comparison(List.of(methods));
  }

  /**
   * {@return one result for each method, by {@code trainer} from {@code start} on {@code data},
   * also of trainings that diverge; those so far, if the thread is interrupted; an
   * IllegalArgumentException if network, data, loss and options do not fit together}
   */
  public ComparisonResult train(Trainer trainer, Network start, TrainingData data) {
    return new ComparisonResult(new Runs(trainer, data).inTurn(toString(), methods, start, false));
  }

  @Override
  public String toString() {
    return "comparison of " + String.join(", ", names(methods));
  }
}
