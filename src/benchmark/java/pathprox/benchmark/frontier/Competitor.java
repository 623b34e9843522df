package pathprox.benchmark.frontier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Network;
import pathprox.training.LearningRate;

/** Who makes networks small, and the settings that the best one is chosen among. */
enum Competitor {
  /** What the library recommends. */
  RECOMMENDED {
    @Override
    List<Setting> settings(Problem problem) {
      return RecommendedMethod.settings();
    }

    @Override
    List<Kept> run(Trial trial, Order order) {
      return RecommendedMethod.run(trial, order);
    }
  },

  /** PathProx as published. */
  PUBLISHED {
    @Override
    List<Setting> settings(Problem problem) {
      return problem.rates().stream()
          .map(rate -> Setting.penalizing(WITHOUT_MOMENTUM * rate))
          .toList();
    }

    @Override
    List<Kept> run(Trial trial, Order order) {
      return search(trial, order, PathProx::of);
    }
  },

  /** Weight decay, cut once, trained on. */
  PRUNED_AT_ONCE {
    @Override
    List<Kept> run(Trial trial, Order order) {
      Method method = decay(order.setting());
      double rate = order.setting().rate();
      Optional<Network> half = Pruning.half(trial, method, rate);
      return each(trial, order, units -> Pruning.atOnce(trial, half, method, rate, units));
    }
  },

  /** Weight decay, cut a few units at a time. */
  PRUNED_GRADUALLY {
    @Override
    List<Kept> run(Trial trial, Order order) {
      Setting setting = order.setting();
      return each(
          trial, order, units -> Pruning.gradually(trial, decay(setting), setting.rate(), units));
    }
  },

  /** Weight decay of a network that has few units from the start. */
  NARROW {
    @Override
    List<Kept> run(Trial trial, Order order) {
      return each(trial, order, units -> narrow(trial, order.setting(), units));
    }
  },

  /** Group sparsity by gates and weight decay. */
  D_GATING {
    @Override
    List<Setting> settings(Problem problem) {
      return problem.rates().stream()
          .flatMap(rate -> Stream.of(3, 4).map(depth -> Setting.gated(rate, depth)))
          .toList();
    }

    @Override
    List<Kept> run(Trial trial, Order order) {
      int depth = order.setting().depth();
      return search(trial, order, lambda -> new GatedDecay(lambda, depth, MOMENTUM));
    }
  },

  /** Weight decay with all units. */
  ALL_UNITS {
    @Override
    List<Double> shares() {
      return List.of(1.0);
    }

    @Override
    List<Kept> run(Trial trial, Order order) {
      Setting setting = order.setting();
      Optional<Network> network = trial.train(decay(setting), trial.falling(setting.rate()));
      return List.of(Kept.of(trial, 1, network, null));
    }
  };

  private static final double MOMENTUM = 0.9;

  /** How much larger the rates of a method without momentum may be. */
  private static final double WITHOUT_MOMENTUM = 3;

  /** Those of weight decay, unless the competitor has others. */
  List<Setting> settings(Problem problem) {
    return problem.rates().stream()
        .flatMap(rate -> Stream.of(3e-3, 1e-3, 1e-2).map(each -> Setting.decaying(rate, each)))
        .toList();
  }

  /** The shares of the units that networks are made with. */
  List<Double> shares() {
    return List.of(0.12, 0.25, 0.5);
  }

  /** Makes a network for each share that is ordered. */
  abstract List<Kept> run(Trial trial, Order order);

  /** As commands and results name it, such as {@code d-gating}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Competitor of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Method decay(Setting setting) {
    return new WeightDecay(setting.decay()).withMomentum(MOMENTUM);
  }

  private static Optional<Network> narrow(Trial trial, Setting setting, int units) {
    Network start =
        NarrowNetwork.of(trial.problem().architecture(), units).initialize(trial.seed());
    LearningRate rate = trial.falling(setting.rate());
    return trial.train(start, decay(setting), rate, 0, trial.iterations());
  }

  private static List<Kept> each(
      Trial trial, Order order, IntFunction<Optional<Network>> training) {
    return order.shares().stream()
        .map(
            share -> {
              int units = Kept.wanted(trial.problem(), share);
              return Kept.of(trial, share, training.apply(units), null);
            })
        .toList();
  }

  /** Finds the λ for each share; rates fall as those of weight decay do. */
  static List<Kept> search(Trial trial, Order order, DoubleFunction<Method> method) {
    LearningRate rate = trial.falling(order.setting().rate());
    return new LambdaSearch(trial, lambda -> trial.train(method.apply(lambda), rate))
        .run(order.lambdas(), order.shares());
  }
}
