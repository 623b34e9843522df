package pathprox.training;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.io.JarVersion;
import pathprox.method.Method;
import pathprox.network.Network;
import pathprox.penalty.ProximablePenalty;

/** What a training was asked for, as the flat map of {@link TrainingResult#parameters}. */
final class TrainingParameters {
  private static final String NONE = "none";
  private static final String METHOD = "method_";

  private final Map<String, Object> entries = new LinkedHashMap<>();

  private TrainingParameters() {}

  static Map<String, Object> of(
      TrainingOptions options, Network start, Dataset train, Method method) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.entries.put("method", method.family());
    parameters.entries.put("lambda", method.lambda());
    parameters.addComponents(method, "");
    parameters.addOptions(options, method);
    parameters.addNetworkAndData(start, train);
    return parameters.entries;
  }

  private void addOptions(TrainingOptions options, Method method) {
    LearningRate schedule = options.learningRateFor(method);
    add("learning_rate", schedule instanceof StepSizes.Constant given ? given.rate() : schedule);
    add("learning_rate_origin", options.learningRate().isPresent() ? "given" : "method");
    add("iterations", options.iterations());
    Batching batching = options.batching();
    add("batch_size", batching.size());
    add("shuffled", batching.shuffles());
    add("seed", batching.seed());
    add("augmentation", batching.augmentation());
    add("loss", options.loss());
    Recording recording = options.recording();
    add("record_every", recording.every());
    add("measures_optimality", recording.optimality());
    add("tolerance", Double.isNaN(recording.tolerance()) ? NONE : recording.tolerance());
    add("patience", recording.patience() == 0 ? NONE : recording.patience());
  }

  private void addNetworkAndData(Network start, Dataset train) {
    add("architecture", start.architecture().line());
    add("parameters", start.parameterCount());
    add("type", start.type() == DataType.FLOAT ? "float32" : "float64");
    add("training_samples", train.size());
    add("data", train.name());
    add("library", JarVersion.of("io.github.pathprox/pathprox"));
  }

  /** An entry for each component of a record; λ has one already, and what is no record has none. */
  private void addComponents(Object value, String prefix) {
    if (!value.getClass().isRecord()) {
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (!component.getName().equals("lambda")) {
        String name = prefix + snakeCase(component.getName());
        Object part = read(component, value);
        add(entries.containsKey(name) ? METHOD + name : name, part);
        if (part instanceof ProximablePenalty) {
          addComponents(part, name + "_");
        }
      }
    }
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      component.getAccessor().setAccessible(true); // records of users need not be public
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "unknown: " + e;
    }
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** Under a name that is in use already, it is a part of the method that gets another one. */
  private void add(String name, Object value) {
    Object older = entries.remove(name);
    if (older != null) {
      entries.put(METHOD + name, older);
    }
    entries.put(name, plain(value));
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? plain(optional.get()) : NONE;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof ProximablePenalty ? value.getClass().getSimpleName() : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Method method) {
      return method.name();
    }
    if (value instanceof LearningRate schedule) {
      return StepSizes.text(schedule);
    }
    String text = String.valueOf(value);
    boolean isIdentity = value != null && text.startsWith(value.getClass().getName() + "@");
    return isIdentity ? value.getClass().getSimpleName() : text;
  }
}
