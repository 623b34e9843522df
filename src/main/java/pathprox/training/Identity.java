package pathprox.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pathprox.data.Dataset;
import pathprox.data.TrainingData;
import pathprox.io.JarVersion;
import pathprox.matrix.Fingerprint;
import pathprox.method.Method;
import pathprox.network.Network;

/** What a training is: two with the same texts, and the same start, make the same steps. */
record Identity(String name, Map<String, String> texts) {
  private static final int MOST_RATES = 1_000_000; // evenly spaced ones of a longer training
  private static final int SHOWN_RATES = 3;
  private static final Pattern PLACE = Pattern.compile("[\\w.$]+@[0-9a-f]{1,8}\\b");
  private static final String LIBRARY = "library";
  private static final String FROM = "from iteration";

  /** Where a training begins: an iteration, and the rows of its history before that. */
  record Start(int iteration, int rows) {
    static final Start NEW = new Start(0, 0);

    static Start after(TrainingResult earlier) {
      return new Start(earlier.lastIteration(), earlier.history().measurements().hashCode());
    }

    static Start read(Map<String, String> texts) {
      String[] words = texts.get(FROM).split(" after ");
      return new Start(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    @Override
    public String toString() {
      return iteration + " after " + rows;
    }
  }

  static Identity of(
      TrainingOptions options, Network start, TrainingData data, Method method, Start from) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(LIBRARY, JarVersion.of("io.github.pathprox/pathprox"));
    texts.put("method", text("method", method));
    texts.put(FROM, from.toString());
    texts.put("iterations", Integer.toString(options.iterations()));
    texts.put("learning rate", rates(options, method));
    texts.put("loss", text("loss", options.loss()));
    texts.put("batches", text("batches", options.batching()));
    texts.put("recording", options.recording().toString());
    texts.put("training data", text(data.trainingSet()));
    texts.put("test data", data.testSet().map(Identity::text).orElse("none"));
    texts.put("start", start.fingerprint());
    return new Identity(method.name(), texts);
  }

  /** Refuses what is told apart by its place in memory alone, which is another one tomorrow. */
  private static String text(String what, Object value) {
    Matcher place = PLACE.matcher(value.toString());
    String message =
        "a training that is kept must say what it is, and its %s holds %s: a record does, or a class"
            + " with a toString of its own";
    if (place.find()) {
      throw new IllegalArgumentException(message.formatted(what, place.group()));
    }
    return value.toString();
  }

  private static String text(Dataset data) {
    return "%s, %s samples, %s".formatted(data.name(), data.size(), data.fingerprint());
  }

  /** A schedule may be a function, known by its values alone: by all of them, and some to see. */
  private static String rates(TrainingOptions options, Method method) {
    LearningRate schedule = options.learningRateFor(method);
    int looks = Math.min(options.iterations(), MOST_RATES);
    Fingerprint all = new Fingerprint();
    List<String> some = new ArrayList<>();
    double before = Double.NaN;
    for (int i = 0; i < looks; i++) {
      int iteration = (int) ((long) options.iterations() * i / looks);
      double rate = schedule.at(iteration);
      all.with(rate);
      if (rate != before && some.size() < SHOWN_RATES) {
        some.add("%s from %s".formatted(rate, iteration));
      }
      before = rate;
    }
    String shown = String.join(", ", some);
    return "%s (%s, … %.12s)".formatted(StepSizes.text(schedule), shown, all.hex());
  }

  /** The name of its folder; trainings by another version of the library are found there too. */
  String folder() {
    Fingerprint fingerprint = new Fingerprint();
    texts.forEach((key, text) -> fingerprint.with(key.equals(LIBRARY) ? "" : text));
    String method = name.replaceAll("[^A-Za-z0-9.]+", "-");
    return "%.60s-%.12s".formatted(method, fingerprint.hex());
  }

  /** The texts that were {@code kept}, as if by this version of the library. */
  Map<String, String> withThisLibrary(Map<String, String> kept) {
    Map<String, String> changed = new LinkedHashMap<>(kept);
    changed.put(LIBRARY, texts.get(LIBRARY));
    return changed;
  }

  /** What is another one in {@code kept}; each with both texts. */
  List<String> differences(Map<String, String> kept) {
    List<String> differences = new ArrayList<>();
    texts.forEach(
        (key, text) -> {
          String before = kept.getOrDefault(key, "not told");
          if (!before.equals(text)) {
            differences.add("%s: there %s, here %s".formatted(key, before, text));
          }
        });
    return differences;
  }
}
