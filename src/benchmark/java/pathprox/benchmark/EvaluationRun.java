package pathprox.benchmark;

import pathprox.loss.CrossEntropy;
import pathprox.metrics.Evaluator;
import pathprox.network.Network;

/** Loss and accuracy of a network on the 10,000 test images. */
final class EvaluationRun implements Work {
  private final Evaluator evaluator;
  private final String note;

  EvaluationRun(Network network, String note) {
    this.evaluator = new Evaluator(network.working(), MnistSubset.test(), new CrossEntropy());
    this.note = note;
  }

  /** A network with all of its units. */
  static EvaluationRun dense() {
    return new EvaluationRun(DenseStep.network(DenseStep.WIDTH, DenseStep.BLOCKS), "");
  }

  @Override
  public void run() {
    evaluator.evaluate();
  }

  @Override
  public String note() {
    return note;
  }
}
