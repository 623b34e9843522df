package pathprox.experiment;

import static pathprox.matrix.Arguments.require;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.network.Architecture;
import pathprox.training.LearningRate;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;

/**
 * A grid of trainings on the same data: each architecture with each method, learning rate and seed.
 *
 * <pre>{@code
 * Sweep.of(Architecture.mlp(784, 100, 10))
 *     .withMethods(Lambdas.geometric(1e-4, 1e-2, 5), PathProx::recommended)
 *     .withSeeds(0, 1, 2)
 *     .train(Trainer.with(options).saving("night"), data)
 * }</pre>
 *
 * <p>Its members run side by side, one thread each. With a trainer that {@linkplain Trainer#saving
 * saves}, each is written to a folder of its own as it ends, and {@code members.csv}, written now
 * and then and at the end, has a row for each; another call, after whatever has happened to the
 * first, trains what is missing, goes on with what was under way, and gives what one call would
 * have given, as does one with further values, such as more seeds.
 *
 * @param architectures of the networks, all different
 * @param type of their numbers, {@code FLOAT} or {@code DOUBLE}
 * @param methods with their λ, of different names
 * @param learningRates constant ones; empty for that of the options
 * @param seeds of the networks, and of the batches of each
 * @param timeLimit after which a member ends with what it has; empty for never
 */
public record Sweep(
    List<Architecture> architectures,
    DataType type,
    List<Method> methods,
    List<Double> learningRates,
    List<Long> seeds,
    Optional<Duration> timeLimit) {
  /** Copies the lists, and refuses values that stand twice. */
  public Sweep {
    architectures = List.copyOf(architectures);
    Objects.requireNonNull(type, "the type must not be null");
    methods = List.copyOf(methods);
    learningRates = List.copyOf(learningRates);
    seeds = List.copyOf(seeds);
    Objects.requireNonNull(timeLimit, "the time limit must not be null, but may be empty");
    requireDifferent("architectures", architectures);
    requireDifferent("methods", methods.stream().map(Method::name).toList());
    requireDifferent("learning rates", learningRates);
    requireDifferent("seeds", seeds);
    require(!architectures.isEmpty(), "a sweep needs an architecture, found none");
    require(!seeds.isEmpty(), "a sweep needs a seed, found none");
  }

  private static void requireDifferent(String what, List<?> values) {
    boolean differ = values.stream().distinct().count() == values.size();
    require(differ, "the %s of a sweep must all be different, were %s", what, values);
  }

  /** {@return a sweep over {@code architectures}, with seed 0 and methods still to be given} */
  public static Sweep of(Architecture... architectures) {
    return new Sweep(
        List.of(architectures),
        DataType.FLOAT,
        List.of(),
        List.of(),
        List.of(0L),
        Optional.empty());
  }

  /** {@return this sweep with {@code more} methods} */
  public Sweep withMethods(Method... more) {
    Arrays.stream(more).forEach(it -> Objects.requireNonNull(it, "a method must not be null"));
    List<Method> all = Stream.concat(methods.stream(), Arrays.stream(more)).toList();
    return new Sweep(architectures, type, all, learningRates, seeds, timeLimit);
  }

  /**
   * {@return this sweep also with the method that {@code factory} makes of each of {@code lambdas}}
   */
  public Sweep withMethods(Lambdas lambdas, DoubleFunction<Method> factory) {
    return withMethods(
        lambdas.values().stream()
            .map(lambda -> Runs.methodOf(factory, lambda))
            .toArray(Method[]::new));
  }

  /** {@return this sweep with the constant learning rates {@code rates}, above 0} */
  public Sweep withLearningRates(double... rates) {
    Arrays.stream(rates).forEach(LearningRate::constant); // refuses those that are none
    List<Double> all = Arrays.stream(rates).boxed().toList();
    return new Sweep(architectures, type, methods, all, seeds, timeLimit);
  }

  /** {@return this sweep with {@code newSeeds} in place of those before} */
  public Sweep withSeeds(long... newSeeds) {
    List<Long> all = LongStream.of(newSeeds).boxed().toList();
    return new Sweep(architectures, type, methods, learningRates, all, timeLimit);
  }

  /** {@return this sweep with networks of {@code newType}, {@code FLOAT} or {@code DOUBLE}} */
  public Sweep withType(DataType newType) {
    return new Sweep(architectures, newType, methods, learningRates, seeds, timeLimit);
  }

  /**
   * {@return this sweep, whose members end after {@code limit}, above 0, with what they have}
   * Another call in the same folder gives those that were cut as much time again.
   */
  public Sweep withTimeLimit(Duration limit) {
    Objects.requireNonNull(limit, "the time limit must not be null: leave it out for none");
    boolean isPositive = !limit.isNegative() && !limit.isZero();
    require(isPositive, "the time limit of a member must be > 0, was %s", limit);
    return new Sweep(architectures, type, methods, learningRates, seeds, Optional.of(limit));
  }

  /** {@return its members with {@code options} for what the sweep leaves open} */
  public List<SweepMember> members(TrainingOptions options) {
    require(!methods.isEmpty(), "a sweep needs a method: withMethods(…)");
    List<SweepMember> members = new ArrayList<>();
    for (Architecture architecture : architectures) {
      for (Method method : methods) {
        for (TrainingOptions rated : rated(options)) {
          for (long seed : seeds) {
            members.add(
                new SweepMember(architecture, type, method, rated.withSeed(seed), timeLimit));
          }
        }
      }
    }
    return members;
  }

  private List<TrainingOptions> rated(TrainingOptions options) {
    return learningRates.isEmpty()
        ? List.of(options)
        : learningRates.stream().map(options::withLearningRate).toList();
  }

  /**
   * {@return what {@code trainer} comes to on {@code data} for each member, also of those that
   * diverge or fail, with the reason; those that have ended, if the thread is interrupted}
   */
  public SweepResult train(Trainer trainer, TrainingData data) {
    Objects.requireNonNull(data, "the data must not be null");
    return new SweepRun(this, trainer, data).train();
  }

  /**
   * {@return as {@link #train(Trainer, TrainingData)} the results of {@code trainer} on {@code
   * data}, member by member with the same bits, trained by {@code runner}, such as {@code
   * pathprox.spark.SparkSweep}} Members that are kept in the folder of the trainer are not trained
   * again, and others are kept there as they come; states on the way are not kept.
   *
   * @throws IllegalArgumentException if the trainer has listeners, which stay on this machine
   */
  public SweepResult train(Trainer trainer, TrainingData data, MemberRunner runner) {
    Objects.requireNonNull(data, "the data must not be null");
    int listeners = trainer.listeners().size();
    String stay = "members that are trained elsewhere cannot call the %s listeners of the trainer";
    require(listeners == 0, stay, listeners);
    return new SweepRun(this, trainer, data).trainBy(runner);
  }

  /** What is tried, so that several sweeps are told apart: a single method by its name. */
  @Override
  public String toString() {
    StringJoiner parts = new StringJoiner(" × ", "sweep: ", "");
    if (architectures.size() > 1) {
      parts.add(architectures.size() + " architectures");
    }
    parts.add(methods.size() == 1 ? methods.get(0).name() : methods.size() + " methods");
    if (!learningRates.isEmpty()) {
      parts.add("learning rates " + learningRates);
    }
    return parts.add("seeds " + seeds).toString();
  }
}
