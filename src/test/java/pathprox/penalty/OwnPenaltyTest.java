package pathprox.penalty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pathprox.Tolerance;

/** What a user has to write, and no more: the penalty of notebook 03. */
class OwnPenaltyTest extends ProximablePenaltyContract {
  /** Candès, Wakin, Boyd, 2008: the slope at 0 is λ, and a half of that at a. */
  record Logarithm(double lambda, double a) implements ProximablePenalty {
    Logarithm {
      GroupLasso.checkLambda(lambda);
    }

    @Override
    public double value(double norm) {
      return lambda * a * Math.log1p(norm / a);
    }

    @Override
    public double slope(double norm) {
      return lambda * a / (norm + a);
    }

    @Override
    public double prox(double norm, double step) {
      double root = (norm + a) * (norm + a) - 4 * step * lambda * a;
      double t = step * lambda == 0 ? norm : root < 0 ? 0 : (norm - a + Math.sqrt(root)) / 2;
      return t <= 0 || t * (norm - t / 2) < step * value(t) ? 0 : t;
    }
  }

  @Override
  ProximablePenalty penalty(double lambda) {
    return new Logarithm(lambda, 0.1);
  }

  @Test
  void name_notOverridden_isThatOfTheClass() {
    assertEquals("Logarithm", penalty(1).name());
    ProximablePenalty unnamed =
        new ProximablePenalty() {
          @Override
          public double lambda() {
            return 1;
          }

          @Override
          public double value(double norm) {
            return norm;
          }

          @Override
          public double prox(double norm, double step) {
            return Math.max(0, norm - step);
          }

          @Override
          public double slope(double norm) {
            return 1;
          }
        };
    assertEquals("another penalty", unnamed.name());
    assertEquals(0.64, unnamed.proxOfFactor(1, 1.2, 0.3), Tolerance.ROUNDING);
  }
}
