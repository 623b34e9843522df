package pathprox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pathprox.features.TableEncoder;
import pathprox.io.BadFile;
import pathprox.io.Checkpoint;
import pathprox.network.Network;

/** A model as a network in a safetensors file, with its plan and its origin as texts beside it. */
final class ModelFile {
  private static final String PLAN = "plan";
  private static final String ORIGIN = "origin";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private ModelFile() {}

  static long save(Model model, Path file) {
    try {
      Map<String, String> texts =
          Map.of(PLAN, model.plan().json(), ORIGIN, JSON.writeValueAsString(model.origin()));
      return Checkpoint.save(model.network(), texts, file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Model load(Path file) {
    Checkpoint.Content content = Checkpoint.content(file);
    try {
      TableEncoder plan = TableEncoder.ofJson(text(content, PLAN));
      Origin origin = JSON.readValue(text(content, ORIGIN), Origin.class);
      BadFile.unless(origin != null, "%s: expected an object, found null", ORIGIN);
      Network network = content.network();
      check("inputs", network.architecture().input().elements(), plan.features().size());
      check("outputs", network.architecture().output().elements(), plan.target().outputs());
      return new Model(plan, network, origin, Optional.empty());
    } catch (JsonProcessingException e) {
      throw BadFile.unreadable(file, new IOException(ORIGIN + ": " + e.getOriginalMessage(), e));
    } catch (IllegalArgumentException e) {
      throw BadFile.unreadable(file, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  private static String text(Checkpoint.Content content, String name) throws IOException {
    String text = content.texts().get(name);
    String none = "it holds a network, but no '%s': Checkpoint.load reads the network alone";
    BadFile.unless(text != null, none, name);
    return text;
  }

  private static void check(String what, int found, int expected) throws IOException {
    BadFile.unless(
        found == expected, "%s must be %s, as in its plan, were %s", what, expected, found);
  }
}
