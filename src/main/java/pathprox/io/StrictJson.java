package pathprox.io;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;

/** JSON of records: every component once, none left out, of its own type, and nothing else. */
public final class StrictJson {
  private StrictJson() {}

  private static void refuseNumbers(MutableCoercionConfig texts) {
    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
        .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail));
  }

  private static void refuseTexts(MutableCoercionConfig numbers) {
    List.of(CoercionInputShape.String, CoercionInputShape.EmptyString)
        .forEach(shape -> numbers.setCoercion(shape, CoercionAction.Fail));
  }

  /** {@return what reads and writes it, to be built; no type is made from a name in the text} */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(LogicalType.Textual, StrictJson::refuseNumbers)
        .withCoercionConfig(LogicalType.Float, StrictJson::refuseTexts)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS);
  }
}
