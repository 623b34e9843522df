package pathprox.benchmark.methods;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;

/**
 * The methods that are compared, each made here and nowhere else.
 *
 * <p>Heavy balls are as PyTorch's SGD has them: momentum from the first step on, nothing else. They
 * move 1/(1 − μ) times as far as plain descent, so their search starts that much lower, in halves
 * of a power of ten.
 */
enum Contender {
  RECOMMENDED(PathProx::recommended, 0),
  PUBLISHED(PathProx::of, 0),
  WEIGHT_DECAY(WeightDecay::new, 0),
  HEAVY_BALL_90(lambda -> new WeightDecay(lambda).withMomentum(0.9), 1),
  HEAVY_BALL_95(lambda -> new WeightDecay(lambda).withMomentum(0.95), 2),
  HEAVY_BALL_99(lambda -> new WeightDecay(lambda).withMomentum(0.99), 3);

  private final DoubleFunction<Method> method;
  private final int stepsDown;

  Contender(DoubleFunction<Method> method, int stepsDown) {
    this.method = method;
    this.stepsDown = stepsDown;
  }

  Method method(double lambda) {
    return method.apply(lambda);
  }

  /** How many places its grid of rates starts below that of plain descent. */
  int stepsDown() {
    return stepsDown;
  }

  /** As commands and results name it, such as {@code heavy-ball-90}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Contender of(String title) {
    for (Contender contender : values()) {
      if (contender.title().equals(title)) {
        return contender;
      }
    }
    throw new IllegalArgumentException(
        "there is no method '%s'; expected one of %s"
            .formatted(title, List.of(values()).stream().map(Contender::title).toList()));
  }
}
