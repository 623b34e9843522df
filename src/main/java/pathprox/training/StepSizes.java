package pathprox.training;

import java.util.Locale;
import pathprox.method.Method;

/** The step sizes of one training; the origin says where they come from, in words. */
record StepSizes(LearningRate schedule, String origin) {
  /** A schedule that says what it is; a lambda would print its class. */
  record Named(String name, LearningRate schedule) implements LearningRate {
    @Override
    public double at(int iteration) {
      return schedule.at(iteration);
    }

    @Override
    public String toString() {
      return "learning rate " + name;
    }
  }

  /** The same step size always. */
  record Constant(double rate) implements LearningRate {
    @Override
    public double at(int iteration) {
      return rate;
    }

    @Override
    public String toString() {
      return "learning rate " + rate;
    }
  }

  static StepSizes of(TrainingOptions options, Method method) {
    LearningRate schedule = options.learningRateFor(method);
    String origin = options.learningRate().isPresent() ? "as given" : "the default of the method";
    String rule = method.rateRule().isEmpty() ? "" : ", " + method.rateRule();
    return new StepSizes(schedule, "%s, %s%s".formatted(text(schedule), origin, rule));
  }

  static String text(LearningRate schedule) {
    String identity = schedule.getClass().getName() + "@";
    String text = schedule.toString();
    return text.startsWith(identity) ? "learning rate by a function of the iteration" : text;
  }

  /** A step of 0 changes nothing, which is how some schedules end. */
  static boolean isStepSize(double rate) {
    return rate >= 0 && rate < Double.POSITIVE_INFINITY;
  }

  String refusal(double rate, int iteration) {
    return "the learning rate must be >= 0 and finite, was %s at iteration %s: %s"
        .formatted(rate, iteration, origin);
  }

  /** With the step size that a method has lowered by its own rule, unless that has reached 0. */
  String report(double asked, double inUse) {
    String lowered = String.format(Locale.ROOT, ", %.3g at the end", inUse);
    return 0 < inUse && inUse < asked ? origin + lowered : origin;
  }
}
