package pathprox.metrics;

import pathprox.data.Examples;
import pathprox.loss.Loss;
import pathprox.matrix.Buffer;
import pathprox.matrix.Matrix;
import pathprox.network.running.WorkingNetwork;

/** Evaluates a network at work on the same samples again and again, in chunks of fixed memory. */
public final class Evaluator {
  private final WorkingNetwork network;
  private final Examples examples;
  private final Loss loss;
  private final Buffer targetBuffer;

  /** Overwrites the last batch of {@code network}; {@code loss} and {@code examples} must fit. */
  public Evaluator(WorkingNetwork network, Examples examples, Loss loss) {
    this.network = network;
    this.examples = examples;
    this.loss = loss;
    targetBuffer = network.arena().buffer();
  }

  /**
   * {@return loss and accuracy of the present parameters over all samples; NaN if the thread is
   * interrupted, which ends it before the next chunk}
   */
  public Score evaluate() {
    return evaluate(true);
  }

  /** {@return the loss of the present parameters over all samples, also if interrupted} */
  public double loss() {
    return evaluate(false).loss();
  }

  private Score evaluate(boolean heedsInterrupts) {
    double lossSum = 0;
    int correct = 0;
    for (int from = 0; from < examples.size(); ) {
      if (heedsInterrupts && Thread.currentThread().isInterrupted()) {
        return Score.NONE;
      }
      Matrix outputs = network.forward(examples.inputs(), from);
      Matrix targets = targetBuffer.copyRows(examples.targets(), from, outputs.rows());
      lossSum += outputs.rows() * loss.value(outputs, targets);
      from += outputs.rows();
      correct += examples.classification() ? countCorrect(outputs, targets) : 0;
    }
    double accuracy = examples.classification() ? (double) correct / examples.size() : Double.NaN;
    return new Score(lossSum / examples.size(), accuracy);
  }

  /** Counts the rows whose largest output, the first of equal ones, is that of their class. */
  static int countCorrect(Matrix outputs, Matrix targets) {
    int correct = 0;
    for (int row = 0; row < outputs.rows(); row++) {
      int best = 0;
      for (int column = 1; column < outputs.columns(); column++) {
        best = outputs.get(row, column) > outputs.get(row, best) ? column : best;
      }
      correct += best == (int) targets.get(row, 0) ? 1 : 0;
    }
    return correct;
  }

  @Override
  public String toString() {
    return "evaluator of %s on %s samples".formatted(loss, examples.size());
  }
}
