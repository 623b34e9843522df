package pathprox.benchmark.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.training.LearningRate;
import pathprox.training.TrainingOptions;

/** What trains in the paper's experiments: a method with the schedule of its learning rate. */
enum Candidate {
  /** Weight decay as the paper has it, without momentum. */
  DECAY(new WeightDecay(Candidate.LAMBDA)),
  /** Weight decay with momentum. */
  MOMENTUM(new WeightDecay(Candidate.LAMBDA).withMomentum(Candidate.INERTIA)),
  /** The same, whose rate falls to 0 along half a cosine, as the recommended method's steps do. */
  COSINE(new WeightDecay(Candidate.LAMBDA).withMomentum(Candidate.INERTIA)),
  /** PathProx as the paper has it. */
  PUBLISHED(PathProx.of(Candidate.LAMBDA)),
  /** PathProx as it is recommended here, which takes no rate. */
  RECOMMENDED(PathProx.recommended(Candidate.LAMBDA));

  private static final double LAMBDA = 1e-4;
  private static final double INERTIA = 0.95;

  private final Method method;

  Candidate(Method method) {
    this.method = method;
  }

  static Candidate of(String word) {
    return Stream.of(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no '%s'; %s".formatted(word, words())));
  }

  static String words() {
    return Arrays.stream(values()).map(Candidate::word).collect(Collectors.joining("|"));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Method method() {
    return method;
  }

  boolean hasRate() {
    return this != RECOMMENDED;
  }

  /** What figures call it where the family of its method says too little. */
  Optional<String> title() {
    boolean hasMomentum = this == MOMENTUM || this == COSINE;
    return hasMomentum ? Optional.of("weight decay, momentum " + INERTIA) : Optional.empty();
  }

  TrainingOptions scheduled(TrainingOptions options, double rate) {
    return this == COSINE
        ? options.withLearningRate(LearningRate.cosine(rate, 0, options.iterations(), 0))
        : options.withLearningRate(rate);
  }
}
