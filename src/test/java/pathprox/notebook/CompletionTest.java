package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionTest {
  @Test
  void of_names_hasThoseOfTheLibraryFirstAndTheJdksWithTheirPackages() {
    Completion completion =
        Completion.of(List.of("DataInput", "Dataset", "DatagramPacket", "Dataset(", "data"));

    assertEquals(
        List.of("Dataset", "Dataset(", "java.io.DataInput", "java.net.DatagramPacket", "data"),
        completion.labels());
    assertEquals(
        List.of("Dataset", "Dataset(", "DataInput", "DatagramPacket", "data"), completion.texts());
  }

  @Test
  void of_namesWithoutOneOfTheLibrary_areAsTheyWere() {
    List<String> names = List.of("Math", "MathContext", "Matcher");

    assertEquals(new Completion(names, names), Completion.of(names));
  }

  @Test
  void metadata_tellWhatIsInsertedWhere() {
    assertEquals(
        Map.of(
            "_jupyter_types_experimental",
            List.of(
                Map.of("text", "Dataset", "type", "class", "start", 8, "end", 12),
                Map.of("text", "data", "type", "instance", "start", 8, "end", 12),
                Map.of("text", "dataOf(", "type", "function", "start", 8, "end", 12))),
        Completion.of(List.of("Dataset", "data", "dataOf(")).metadata(8, 12));
  }
}
