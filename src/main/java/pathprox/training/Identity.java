package pathprox.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.data.Dataset;
import pathprox.data.TrainingData;
import pathprox.io.JarVersion;
import pathprox.matrix.Fingerprint;
import pathprox.method.Method;
import pathprox.network.Network;

/** What a training is: two with the same texts, and the same start, make the same steps. */
record Identity(String name, Map<String, String> texts) {
  private static final int RATES = 50; // a schedule may be a function, known by its values alone
  private static final String LIBRARY = "library";
  static final String FROM = "from iteration";

  static Identity of(
      TrainingOptions options, Network start, TrainingData data, Method method, int from) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(LIBRARY, JarVersion.of("io.github.pathprox/pathprox"));
    texts.put("method", text(method, method.name()));
    texts.put(FROM, Integer.toString(from));
    texts.put("iterations", Integer.toString(options.iterations()));
    texts.put("learning rate", rates(options, method));
    texts.put("loss", text(options.loss(), options.loss().getClass().getName()));
    texts.put("batches", batches(options.batching()));
    texts.put("recording", options.recording().toString());
    texts.put("training data", text(data.trainingSet()));
    texts.put("test data", data.testSet().map(Identity::text).orElse("none"));
    texts.put("start", start.fingerprint());
    return new Identity(method.name(), texts);
  }

  /** A class without a text of its own is told by another one. */
  private static String text(Object value, String otherwise) {
    String text = value.toString();
    return text.startsWith(value.getClass().getName() + "@") ? otherwise : text;
  }

  private static String text(Dataset data) {
    return "%s, %s samples, %s".formatted(data.name(), data.size(), data.fingerprint());
  }

  private static String batches(Batching batching) {
    String change =
        batching.augmentation().map(each -> text(each, each.getClass().getName())).orElse("none");
    return "%s, augmentation: %s".formatted(batching, change);
  }

  private static String rates(TrainingOptions options, Method method) {
    LearningRate schedule = options.learningRateFor(method);
    List<String> rates = new ArrayList<>();
    for (int i = 0; i < RATES; i++) {
      int iteration = (int) ((long) options.iterations() * i / RATES);
      String rate = Double.toString(schedule.at(iteration));
      if (rates.isEmpty() || !rates.get(rates.size() - 1).endsWith(" " + rate)) {
        rates.add("%s: %s".formatted(iteration, rate));
      }
    }
    return "%s (%s)".formatted(StepSizes.text(schedule), String.join(", ", rates));
  }

  /** The name of its folder; trainings by another version of the library are found there too. */
  String folder() {
    Fingerprint fingerprint = new Fingerprint();
    texts.forEach((key, text) -> fingerprint.with(key.equals(LIBRARY) ? "" : text));
    String method = name.replaceAll("[^A-Za-z0-9.]+", "-");
    return "%.60s-%.12s".formatted(method, fingerprint.hex());
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
