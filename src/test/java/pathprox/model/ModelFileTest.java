package pathprox.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.model.Fitted.PENGUINS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pathprox.features.FeaturePlan;
import pathprox.io.Checkpoint;
import tech.tablesaw.api.Table;

class ModelFileTest {
  private static final Model MODEL = Fitted.species().fit();
  private static final Model NUMBERS = Fitted.consumption().withFolds(0).fit();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("größen.safetensors");
  }

  @Test
  void load_whatWasSaved_givesTheSameBits() throws IOException {
    assertEquals(MODEL.save(file), Files.size(file));
    Model loaded = Model.load(file);

    assertEquals(Fitted.bits(MODEL.network()), Fitted.bits(loaded.network()));
    assertEquals(Asked.answers(MODEL, PENGUINS), Asked.answers(loaded, PENGUINS));
    assertEquals(MODEL.predict(PENGUINS).print(400), loaded.predict(PENGUINS).print(400));
    assertEquals(MODEL.plan(), loaded.plan());
    assertEquals(MODEL.origin(), loaded.origin());
    assertEquals(MODEL.toString(), loaded.toString());
  }

  @Test
  void load_aModelOfNumbers_predictsInTheirUnit() {
    NUMBERS.save(file.toString());
    Model loaded = Model.load(file.toString());

    assertEquals(Asked.answers(NUMBERS, Fitted.CARS), Asked.answers(loaded, Fitted.CARS));
    assertEquals(NUMBERS.target(), loaded.target());
    assertTrue(loaded.regression(Fitted.CARS).rmse() < 5, "mpg deviates by 7.8");
  }

  @Test
  void load_aModelOfAllKindsOfColumns_givesTheSameBits() {
    Table table = ModelTest.kinds();
    Model model = Fitted.small(FeaturePlan.of(table, "class")).withFolds(0).fit();
    model.save(file);
    Model loaded = Model.load(file);

    assertEquals(Asked.answers(model, table), Asked.answers(loaded, table));
    assertEquals(model.plan(), loaded.plan());
  }

  @Test
  void load_measures_stayBehindButTheirLines() {
    MODEL.save(file);
    Model loaded = Model.load(file);

    assertTrue(loaded.training().isEmpty());
    assertTrue(loaded.validation().isEmpty());
    assertThrows(IllegalStateException.class, loaded::classification);
    assertEquals(MODEL.lines(), loaded.lines());
    assertEquals(
        MODEL.classification(PENGUINS).accuracy(), loaded.classification(PENGUINS).accuracy());
  }

  /** {@code from} in the text {@code name} becomes {@code to}; the whole text if it is empty. */
  private record Damage(String name, String from, String to) {}

  static List<Damage> damages() {
    return List.of(
        new Damage("plan", "", null),
        new Damage("origin", "", null),
        new Damage("plan", "", "null"),
        new Damage("origin", "", "null"),
        new Damage("origin", "", "{}"),
        new Damage("origin", "", "[1]"),
        new Damage("plan", "", "{\"target\""),
        new Damage("plan", "", NUMBERS.plan().json()),
        new Damage(
            "plan",
            "[\"Adelie\",\"Chinstrap\",\"Gentoo\"],\"counts\":[152,68,124]",
            "[\"Adelie\",\"Gentoo\"],\"counts\":[152,124]"),
        new Damage("plan", "[\"Biscoe\",\"Dream\",\"Torgersen\"]", "[\"Biscoe\",\"Dream\"]"),
        new Damage("plan", "\"Numbers\"", "\"java.util.Date\""),
        new Damage("plan", "\"Numbers\"", "\"javax.script.ScriptEngineManager\""),
        new Damage("plan", "\"deviation\":", "\"deviation\":\"NaN\",\"more\":"),
        new Damage("plan", "\"deviation\":", "\"deviation\":NaN,\"more\":"),
        new Damage("plan", "\"deviation\":", "\"deviation\":1,\"deviation\":"),
        new Damage("origin", "\"seed\":0", "\"seed\":0,\"seed\":0"),
        new Damage("origin", "\"seed\":0", "\"seed\":\"0\""),
        new Damage("origin", "\"seed\":0", "\"seed\":0,\"class\":\"java.util.Date\""),
        new Damage("origin", "\"seed\":0,", ""),
        new Damage("origin", "\"notes\":[", "\"notes\":[null,"),
        new Damage("origin", "\"fingerprint\":\"", "\"fingerprint\":\"not "),
        new Damage("origin", "\"rows\":344", "\"rows\":null"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void load_damagedTexts_nameTheFile(Damage damage) {
    MODEL.save(file);
    Map<String, String> texts = new LinkedHashMap<>(Checkpoint.content(file).texts());
    String text = texts.get(damage.name);
    assertTrue(text.contains(damage.from), text);
    String damaged = damage.from.isEmpty() ? damage.to : text.replace(damage.from, damage.to);
    if (damaged == null) {
      texts.remove(damage.name);
    } else {
      texts.put(damage.name, damaged);
    }
    Checkpoint.save(MODEL.network(), texts, file);

    assertRefused(damage.name.equals("origin") ? "origin" : "");
  }

  private void assertRefused(String part) {
    String message = assertThrows(UncheckedIOException.class, () -> Model.load(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains(part), message);
  }

  @Test
  void load_filesOfAnotherKind_nameThem() throws IOException {
    assertRefused("does not exist");
    Checkpoint.save(MODEL.network(), file);
    assertRefused("it holds a network, but no 'plan': Checkpoint.load reads the network alone");
    Files.writeString(file, "species,island\n", StandardCharsets.UTF_8);
    assertRefused("");
    Files.write(file, new byte[0]);
    assertRefused("");
    MODEL.save(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused("");
  }

  @Test
  void save_whereNoFileCanBe_namesIt() {
    Path nowhere = folder.resolve("missing").resolve("model.safetensors");
    String message =
        assertThrows(UncheckedIOException.class, () -> MODEL.save(nowhere)).getMessage();
    assertTrue(message.contains(nowhere.toString()), message);
  }

  /** Another program, with other warm-up and all its threads at once. */
  @Test
  void load_inAnotherProgramByManyThreads_givesTheSameBits() throws Exception {
    MODEL.save(file);
    Path output = folder.resolve("answers");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Asked.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue());
    assertEquals(Asked.answers(MODEL, PENGUINS), Files.readString(output).strip() + " ");
    assertFalse(Files.readString(output).isBlank());
  }
}
