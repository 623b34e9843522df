package pathprox.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Parts of figures, written as the Plotly reference writes them. */
public final class PlotlyWords {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final ObjectMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private PlotlyWords() {}

  /**
   * {@return the object {@code text} as an unmodifiable map: JSON whose names need no quotes, and
   * whose texts may have single ones, such as {@code {yaxis: {type: 'log'}}}; what cannot be read
   * is an {@code IllegalArgumentException}}
   */
  public static Map<String, Object> of(String text) {
    try {
      return PlainValues.map(LENIENT.readValue(text, OBJECT), "words");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a part of a figure cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * {@return {@code words} with {@code changes} laid over them, as an unmodifiable map: inner maps
   * are merged, all else is replaced} Neither is modified.
   */
  public static Map<String, Object> merged(Map<String, Object> words, Map<String, ?> changes) {
    return PlainValues.merge(words, changes);
  }
}
