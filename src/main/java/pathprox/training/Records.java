package pathprox.training;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Arena;
import pathprox.matrix.State;
import pathprox.network.running.Parameters;

/** The rows of a history under way, and the parameters that belong to the last and best of them. */
final class Records {
  private final Arena arena;
  private final int patience; // 0 where the best one is not looked for
  private final List<Measurement> rows = new ArrayList<>();
  private Parameters last; // null before any
  private Parameters best; // null where it is not looked for
  private int bestRow = -1;
  private boolean isBack; // whether the last row is that of the best parameters

  Records(int patience, Arena arena) {
    this.patience = patience;
    this.arena = arena;
  }

  List<Measurement> rows() {
    return rows;
  }

  Parameters last() {
    return last;
  }

  /** Whether the state after so many iterations has a row. */
  boolean has(int iteration) {
    return !rows.isEmpty() && rows.get(rows.size() - 1).iteration() == iteration;
  }

  /** Takes a row from before this training, whose parameters nobody has any more. */
  void addEarlier(Measurement row) {
    rows.add(row);
  }

  void keepLast(Parameters present) {
    last = copy(present, last);
  }

  private Parameters copy(Parameters present, Parameters older) {
    if (older == null) {
      return present.copy(arena);
    }
    older.copyFrom(present);
    return older;
  }

  void add(Measurement row, Parameters present) {
    keepLast(present);
    if (patience > 0 && isBetter(row)) {
      best = copy(present, best);
      bestRow = rows.size();
    }
    rows.add(row);
  }

  private boolean isBetter(Measurement row) {
    double loss = row.test().loss();
    return bestRow < 0 || loss < best().test().loss() || Double.isNaN(best().test().loss());
  }

  private Measurement best() {
    return rows.get(bestRow);
  }

  /** Whether the best one is to be taken back instead of adding a row, the last one if it ends. */
  boolean goesBack(Measurement row, boolean ends) {
    return patience > 0 && !isBetter(row) && (ends || rows.size() - bestRow >= patience);
  }

  /** Gives the best parameters back; the row in place of the present one says what they are. */
  Measurement backToBest(Measurement present, Parameters parameters) {
    parameters.copyFrom(best);
    isBack = true;
    return new Measurement(
        present.iteration(),
        present.seconds(),
        present.learningRate(),
        present.undoneSteps() + present.iteration() - best().iteration(),
        present.batchLoss(),
        best().train(),
        best().test(),
        best().regularity(),
        best().optimality());
  }

  /** Takes the last row away, which may come again. */
  Measurement removeLast() {
    Measurement row = rows.remove(rows.size() - 1);
    isBack = false;
    bestRow = bestRow == rows.size() ? -1 : bestRow;
    return row;
  }

  String goneBackTo() {
    if (!isBack) {
      return "";
    }
    String where = "; gone back to iteration %s, where the loss on the second set was lowest";
    return where.formatted(best().iteration());
  }

  void keep(State state, Parameters present) {
    HistoryColumns.keep(rows, state);
    bestRow = state.keep("bestRow", bestRow);
    if (state.keep("hasLast", last != null)) {
      last = last == null ? present.copy(arena) : last;
      last.keep(state.part("last"));
    }
    if (bestRow >= 0) {
      best = best == null ? present.copy(arena) : best;
      best.keep(state.part("best"));
    }
  }
}
