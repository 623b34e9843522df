package pathprox.experiment;

import pathprox.method.Method;
import pathprox.method.PathProx;

/** What trains at a λ unless the user says otherwise, stated once. */
final class DefaultMethod {
  private DefaultMethod() {}

  static Method of(double lambda) {
    return PathProx.recommended(lambda);
  }
}
