package pathprox.benchmark.speed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call asks for.
 *
 * @param threads of each side
 * @param only names of the groups to measure; none for the scaling
 * @param python a program that has PyTorch
 * @param twin the program that it runs
 * @param work a folder for logs and samples
 * @param file to write
 * @param machine what Python tells of the machine
 */
record Request(
    List<Integer> threads,
    List<String> only,
    String python,
    String twin,
    Path work,
    Path file,
    Map<String, Object> machine) {
  /** Reads {@code NAME VALUE}, pair by pair; what has another name describes the machine. */
  static Request of(String[] words) {
    Map<String, String> values = new HashMap<>();
    Map<String, Object> machine = new LinkedHashMap<>();
    List<String> known = List.of("threads", "only", "python", "twin", "work", "file");
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (known.contains(words[i])) {
        values.put(words[i], words[i + 1]);
      } else {
        machine.put(words[i], words[i + 1]);
      }
    }
    return new Request(
        Arrays.stream(values.get("threads").split(",")).map(Integer::valueOf).toList(),
        List.of(values.getOrDefault("only", "").split(",")),
        values.get("python"),
        values.get("twin"),
        Path.of(values.get("work")),
        Path.of(values.get("file")),
        machine);
  }
}
