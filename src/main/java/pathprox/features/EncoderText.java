package pathprox.features;

import static pathprox.matrix.Arguments.require;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pathprox.io.StrictJson;

/**
 * An encoder as JSON. Records of this package are all that is made from a text, by their names in
 * the lists of {@link Encoding} and {@link Target}, and they check themselves.
 */
final class EncoderText {
  /** Names a kind by its record, without a package. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface ByName {}

  private record Content(Target target, List<ColumnPlan> columns) {
    Content {
      columns = List.copyOf(columns);
      List<String> names =
          Stream.concat(Stream.of(target.column()), columns.stream().map(ColumnPlan::name))
              .toList();
      boolean differ = names.stream().distinct().count() == names.size();
      require(differ, "the columns must all be different, were %s", names);
    }
  }

  private static final ObjectMapper JSON = mapper();

  private EncoderText() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        StrictJson.mapper()
            .addMixIn(Encoding.class, ByName.class)
            .addMixIn(Target.class, ByName.class)
            .build();
    for (Class<?> concept : List.of(Encoding.class, Target.class)) {
      Arrays.stream(concept.getPermittedSubclasses())
          .map(type -> new NamedType(type, type.getSimpleName()))
          .forEach(mapper::registerSubtypes);
    }
    return mapper;
  }

  static String of(TableEncoder encoder) {
    try {
      return JSON.writeValueAsString(new Content(encoder.target(), encoder.columns()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static TableEncoder read(String json) {
    try {
      Content content = JSON.readValue(json, Content.class);
      require(content != null, "a plan must be an object, was null");
      TableEncoder encoder = new TableEncoder(content.target, content.columns);
      require(!encoder.features().isEmpty(), "a plan needs a feature, found none");
      return encoder;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "this is no plan of columns: " + e.getOriginalMessage(), e);
    }
  }
}
