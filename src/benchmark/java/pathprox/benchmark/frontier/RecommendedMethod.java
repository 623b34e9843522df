package pathprox.benchmark.frontier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.UnitTarget;
import pathprox.network.Network;

/** How the library recommends to keep a share of the units; no other file knows. */
final class RecommendedMethod {
  private RecommendedMethod() {}

  /** The rate is the method's own; what is chosen is λ, among those that weight decay has. */
  static List<Setting> settings() {
    return Stream.of(3e-3, 1e-3, 1e-2).map(Setting::penalizingBy).toList();
  }

  /** One training for each share. */
  static List<Kept> run(Trial trial, Order order) {
    return order.shares().stream().map(share -> kept(trial, order.setting(), share)).toList();
  }

  private static Kept kept(Trial trial, Setting setting, double share) {
    Method method = PathProx.recommended(setting.lambda()).withUnits(UnitTarget.share(share));
    Optional<Network> network = trial.train(method);
    return Kept.of(trial, share, network, null);
  }
}
