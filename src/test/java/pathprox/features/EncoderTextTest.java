package pathprox.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class EncoderTextTest {
  private static final TableEncoder ENCODER =
      FeaturePlan.of(
              Table.create(
                  "rows",
                  DoubleColumn.create("x", 1, 3, Double.NaN),
                  StringColumn.create("y", "a", "b", "a")),
              "y")
          .encoder();

  /** Written by hand: files of other versions must be read. */
  private static final String JSON =
      "{\"target\":{\"type\":\"ClassTarget\",\"column\":\"y\",\"classes\":[\"a\",\"b\"],"
          + "\"counts\":[2,1]},\"columns\":[{\"name\":\"x\",\"encoding\":{\"type\":\"Numbers\","
          + "\"mean\":2.0,\"deviation\":1.0,\"median\":2.0},\"missingValues\":\"FILL\","
          + "\"missingWords\":[],\"missing\":1}]}";

  @Test
  void json_ofAnEncoder_isWhatFilesHold() {
    assertEquals(JSON, ENCODER.json());
    assertEquals(ENCODER, TableEncoder.ofJson(JSON));
  }

  private record Damage(String from, String to) {}

  static List<Damage> damages() {
    return List.of(
        new Damage(JSON, ""),
        new Damage(JSON, "null"),
        new Damage(JSON, "[]"),
        new Damage(JSON, "{}"),
        new Damage(JSON, JSON + "{}"),
        new Damage(JSON, "[".repeat(100_000)),
        new Damage("Numbers", "java.util.ArrayList"),
        new Damage("Numbers", "javax.swing.JEditorPane"),
        new Damage("Numbers", "pathprox.features.Numbers"),
        new Damage("Numbers", "ClassTarget"),
        new Damage("\"type\":\"Numbers\",", ""),
        new Damage("\"type\":\"Numbers\",", "\"type\":\"Numbers\",\"type\":\"LeftOut\","),
        new Damage("\"mean\":2.0,", ""),
        new Damage("\"mean\":2.0,", "\"mean\":null,"),
        new Damage("\"mean\":2.0,", "\"mean\":\"2.0\","),
        new Damage("\"mean\":2.0,", "\"mean\":\"NaN\","),
        new Damage("\"mean\":2.0,", "\"mean\":1e999,"),
        new Damage("\"mean\":2.0,", "\"mean\":2.0,\"mean\":2.0,"),
        new Damage("\"mean\":2.0,", "\"mean\":2.0,\"more\":2.0,"),
        new Damage("\"deviation\":1.0", "\"deviation\":0"),
        new Damage("\"deviation\":1.0", "\"deviation\":\"NaN\""),
        new Damage("\"deviation\":1.0", "\"deviation\":NaN"),
        new Damage("\"FILL\"", "\"GUESS\""),
        new Damage("\"FILL\"", "0.5"),
        new Damage("\"missingWords\":[]", "\"missingWords\":[null]"),
        new Damage("\"missingWords\":[]", "\"missingWords\":null"),
        new Damage("\"name\":\"x\"", "\"name\":null"),
        new Damage("\"name\":\"x\"", "\"name\":\"y\""),
        new Damage("\"missing\":1", "\"missing\":-1"),
        new Damage("\"counts\":[2,1]", "\"counts\":[2]"),
        new Damage("\"counts\":[2,1]", "\"counts\":[2,null]"),
        new Damage("[\"a\",\"b\"]", "[\"a\",\"a\"]"),
        new Damage("[\"a\",\"b\"]", "[\"a\",null]"),
        new Damage(columns(), "[]"),
        new Damage(columns(), "[null]"),
        new Damage(columns(), "null"),
        new Damage(
            "\"columns\":[",
            "\"columns\":[" + columns().substring(1, columns().length() - 1) + ","),
        new Damage(
            "{\"type\":\"Numbers\",\"mean\":2.0,\"deviation\":1.0,\"median\":2.0}",
            "{\"type\":\"Categories\",\"values\":[\"a\",\"a\"],\"others\":false,\"mostFrequent\":\"a\"}"),
        new Damage(
            "{\"type\":\"Numbers\",\"mean\":2.0,\"deviation\":1.0,\"median\":2.0}",
            "{\"type\":\"LeftOut\",\"reason\":\"none\"}"));
  }

  private static String columns() {
    return JSON.substring(JSON.indexOf("[{"), JSON.length() - 1);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void ofJson_damaged_isRefused(Damage damage) {
    assertTrue(JSON.contains(damage.from), damage::toString);
    String json = JSON.replace(damage.from, damage.to);
    String message =
        assertThrows(IllegalArgumentException.class, () -> TableEncoder.ofJson(json)).getMessage();
    assertTrue(message.matches("(?s)(this is no|a) plan.*"), message);
  }
}
