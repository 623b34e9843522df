package pathprox.spark;

import pathprox.training.LearningRate;

/** Where the cell of a test leaves its value. */
public final class Cell {
  public static LearningRate rate;

  private Cell() {}
}
