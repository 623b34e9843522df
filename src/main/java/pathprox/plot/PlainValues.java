package pathprox.plot;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Copies and merges trees of what JSON knows: maps, lists, arrays, numbers, strings, booleans,
 * nulls.
 */
final class PlainValues {
  private PlainValues() {}

  /** Copies all; keys in order, NaN and infinities as null, whole fractions as whole numbers. */
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

  /** Lays changes over a map: inner maps are merged, everything else is replaced. */
  static Map<String, Object> merge(Map<String, ?> base, Map<String, ?> changes) {
    Map<String, Object> merged = new LinkedHashMap<>(base);
    changes.forEach((key, change) -> merged.put(key, over(merged.get(key), change)));
    return merged;
  }

  @SuppressWarnings("unchecked") // what else a key is, the copy refuses
  private static Object over(Object base, Object change) {
    return base instanceof Map && change instanceof Map
        ? merge((Map<String, ?>) base, (Map<String, ?>) change)
        : change;
  }

  private static Object value(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map(map, where);
    }
    if (value instanceof List<?> list) {
      return list(list, where);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> items =
          IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList();
      return list(items, where);
    }
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "%s must be a map, list, array, number, string, boolean or null, was a %s"
            .formatted(where, value.getClass().getTypeName()));
  }

  /** The number of an item is no part of its place, as a figure may hold very many of them. */
  private static List<?> list(List<?> source, String where) {
    String item = where + "[]";
    return source.stream().map(each -> value(each, item)).toList();
  }

  private static Number number(Number number) {
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      return null;
    }
    boolean fraction = number instanceof Double || number instanceof Float;
    // Not in a conditional expression, which would turn the long, exact to 2⁵³, into a double.
    if (fraction && value == Math.rint(value) && Math.abs(value) <= 0x1p53) {
      return (long) value;
    }
    return number;
  }
}
