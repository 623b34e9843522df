package pathprox.matrix;

import static pathprox.matrix.Arguments.require;

import java.util.Arrays;

/**
 * What of a training changes, as its parts tell it: the same calls that give it away take it back,
 * each by a name, so that a part is as it was. What a constructor makes anew is left out.
 */
public interface State {
  /** {@return {@code value}, to be kept as {@code name}, or the one that was kept before} */
  double keep(String name, double value);

  /** {@return a copy of {@code values}, to be kept as {@code name}, or of those kept before} */
  double[] keep(String name, double[] values);

  /**
   * Keeps the rows of {@code matrix} as {@code name}, or fills them with those kept before, of the
   * same type and shape.
   */
  void keep(String name, Matrix matrix);

  /** {@return the same state for a part, whose names are put behind {@code name}} */
  default State part(String name) {
    State whole = this;
    return new State() {
      @Override
      public double keep(String inner, double value) {
        return whole.keep(name + "." + inner, value);
      }

      @Override
      public double[] keep(String inner, double[] values) {
        return whole.keep(name + "." + inner, values);
      }

      @Override
      public void keep(String inner, Matrix matrix) {
        whole.keep(name + "." + inner, matrix);
      }
    };
  }

  /** {@return as the other the whole number {@code value} with its {@code name}} */
  default int keep(String name, int value) {
    return (int) keep(name, (double) value);
  }

  /** {@return as the other the condition {@code value} with its {@code name}} */
  default boolean keep(String name, boolean value) {
    return keep(name, value ? 1.0 : 0.0) != 0;
  }

  /** Keeps {@code live} as {@code name}, or fills it with as many that were kept before. */
  default void keepIn(String name, double[] live) {
    double[] kept = keep(name, live);
    String message = "'%s' must have %s numbers, has %s";
    require(kept.length == live.length, message, name, live.length, kept.length);
    System.arraycopy(kept, 0, live, 0, live.length);
  }

  /** Keeps {@code live} as the other by its {@code name}. */
  default void keepIn(String name, boolean[] live) {
    double[] values = new double[live.length];
    Arrays.setAll(values, i -> live[i] ? 1 : 0);
    keepIn(name, values);
    for (int i = 0; i < live.length; i++) {
      live[i] = values[i] != 0;
    }
  }

  /** Keeps {@code live} as the other by its {@code name}. */
  default void keepIn(String name, int[] live) {
    double[] values = Arrays.stream(live).asDoubleStream().toArray();
    keepIn(name, values);
    Arrays.setAll(live, i -> (int) values[i]);
  }
}
