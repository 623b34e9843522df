package pathprox.benchmark.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command shows: a text, rows with their bounds, notes; and the same as JSON. */
public final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUICK =
      "QUICK: few seeds and few iterations, to try the command out; the figures mean nothing.\n\n";

  private Report() {}

  /**
   * Prints what Python has measured: an object with {@code text} and {@code rows} on standard
   * input, the rest of which goes to the file alone.
   *
   * @param arguments the file to write
   * @throws IOException if standard input is no JSON, or the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    JsonNode content = JSON.readTree(System.in);
    String text = ((ObjectNode) content).remove("text").asText();
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : ((ObjectNode) content).remove("rows")) {
      rows.add(row(row));
    }
    JsonNode quick = ((ObjectNode) content).remove("quick");
    tell(
        rows,
        text,
        JSON.convertValue(content, new TypeReference<Map<String, Object>>() {}),
        quick.asBoolean(),
        Path.of(arguments[0]));
  }

  /** {@return the row that {@code json} holds, whose infinity may be text} */
  public static Row row(JsonNode json) {
    return new Row(
        json.get("work").asText(),
        number(json.get("measured")),
        number(json.get("must")),
        number(json.get("aim")),
        json.path("note").asText(""),
        json.path("higher").asBoolean(false));
  }

  /** {@return the number that {@code json} holds; null if it is null or missing} */
  public static Double number(JsonNode json) {
    return json == null || json.isNull() ? null : Double.valueOf(json.asText());
  }

  /**
   * Prints a text and the rows behind it, and writes rows and content to a file.
   *
   * @param rows in their order
   * @param text in Markdown
   * @param content that goes with the rows
   * @param quick whether the figures mean nothing, which takes the bounds away
   * @param file that appears whole or not at all
   * @throws IOException if it cannot be written
   */
  public static void tell(
      List<Row> rows, String text, Map<String, ?> content, boolean quick, Path file)
      throws IOException {
    List<Row> told = quick ? rows.stream().map(Row::withoutBounds).toList() : rows;
    List<List<String>> cells = told.stream().map(Row::cells).toList();
    String notes =
        told.stream()
            .filter(row -> !row.note().isEmpty())
            .map(row -> "- " + row.work() + ": " + row.note())
            .collect(Collectors.joining("\n"));
    String table = table(List.of("work", "measured", "must", "aim", ""), cells);
    print((quick ? QUICK : "") + text + "\n\n" + table + "\n\n" + notes);
    ObjectNode whole = JSON.createObjectNode();
    whole.set("rows", rows(told));
    whole.setAll((ObjectNode) JSON.valueToTree(content));
    write(file, whole);
  }

  private static JsonNode rows(List<Row> rows) {
    var array = JSON.createArrayNode();
    for (Row row : rows) {
      ObjectNode each = JSON.valueToTree(row);
      each.put("measured", Figures.finite(row.measured()));
      array.add(each);
    }
    return array;
  }

  /** Prints a text to standard output, in UTF-8. */
  public static void print(String text) {
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text);
  }

  /**
   * Writes JSON to a file that appears whole or not at all.
   *
   * @param file the target
   * @param content what Jackson can write
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Object content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(
        part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * {@return a table in Markdown of {@code rows}, whose cells are as many as those of {@code
   * header}}
   */
  public static String table(List<String> header, List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>(List.of(header));
    lines.add(header.stream().map(each -> "---").toList());
    lines.addAll(rows);
    return lines.stream()
        .map(line -> "| " + String.join(" | ", line) + " |")
        .collect(Collectors.joining("\n"));
  }
}
