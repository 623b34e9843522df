package pathprox.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Copies and merges trees of what JSON knows: maps, lists, numbers, strings, booleans, nulls. */
public final class PlainValues {
  private PlainValues() {}

  /**
   * Copies a map and all that it holds; not-a-number and infinite numbers become null.
   *
   * @param source any map. Not modified.
   * @param where the name of the map, for messages
   * @return an unmodifiable copy with its keys in order, so that equal maps are written alike
   * @throws IllegalArgumentException if a key is no string or a value is not plain
   */
  static Map<String, Object> map(Map<?, ?> source, String where) {
    Map<String, Object> copy = new TreeMap<>();
    source.forEach(
        (key, value) -> {
          if (!(key instanceof String)) {
            throw new IllegalArgumentException(
                "keys of %s must be strings, was %s".formatted(where, key));
          }
          copy.put((String) key, value(value, where + "." + key));
        });
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Lays changes over a map: inner maps are merged, everything else is replaced.
   *
   * @param base the map below. Not modified.
   * @param changes the map above. Not modified.
   * @return a new map
   */
  public static Map<String, Object> merge(Map<?, ?> base, Map<?, ?> changes) {
    Map<String, Object> merged = new LinkedHashMap<>();
    base.forEach((key, value) -> merged.put((String) key, value));
    changes.forEach((key, change) -> merged.merge((String) key, change, PlainValues::over));
    return merged;
  }

  private static Object over(Object base, Object change) {
    boolean bothMaps = base instanceof Map && change instanceof Map;
    return bothMaps ? merge((Map<?, ?>) base, (Map<?, ?>) change) : change;
  }

  private static Object value(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map(map, where);
    }
    if (value instanceof List<?> list) {
      return list(list, where);
    }
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue()) ? number : null;
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "%s must be a map, list, number, string, boolean or null, was a %s"
            .formatted(where, value.getClass().getTypeName()));
  }

  private static List<Object> list(List<?> source, String where) {
    // The place of an item is not spelled out: a figure may hold a hundred thousand of them.
    String item = where + "[]";
    List<Object> copy = new ArrayList<>(source.size());
    for (Object value : source) {
      copy.add(value(value, item));
    }
    return Collections.unmodifiableList(copy);
  }
}
