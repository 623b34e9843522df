package pathprox.training;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import pathprox.io.BadFile;
import pathprox.io.StrictJson;
import pathprox.method.Method;
import pathprox.network.Network;

/**
 * What a training gave, but its network, as JSON: {@code
 * pandas.DataFrame(json.load(file)["history"])} is its history. What was not measured is NaN there,
 * as Python writes it.
 */
record ResultJson(
    String run,
    Outcome outcome,
    int iterations,
    int samples,
    String setting,
    String diagnosis,
    String network,
    Map<String, Object> parameters,
    Map<String, double[]> history) {
  private static final ObjectMapper JSON =
      StrictJson.mapper()
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  static byte[] of(TrainingResult result) throws IOException {
    return JSON.writeValueAsBytes(
        new ResultJson(
            result.history().run(),
            result.outcome(),
            result.iterations(),
            result.samples(),
            result.setting(),
            result.diagnosis().orElse(""),
            result.network().fingerprint(),
            result.parameters(),
            HistoryColumns.of(result.history().measurements())));
  }

  /** With a network, the penalty of the method, and parameters in their types. */
  static TrainingResult read(
      byte[] json, Network network, Method method, Map<String, Object> parameters)
      throws IOException {
    ResultJson kept = JSON.readValue(json, ResultJson.class);
    boolean isSame = network.fingerprint().equals(kept.network);
    BadFile.unless(isSame, "it is of another network than the one beside it");
    History history = new History(kept.run, method.penalty(), HistoryColumns.rows(kept.history));
    return new TrainingResult(
        network,
        history,
        kept.outcome,
        kept.iterations,
        kept.samples,
        kept.setting,
        Optional.of(kept.diagnosis).filter(text -> !text.isEmpty()),
        parameters);
  }
}
