package pathprox.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pathprox.features.FeaturePlan;
import pathprox.io.Checkpoint;
import pathprox.method.PathProx;
import pathprox.model.Fitting;
import pathprox.model.Model;
import pathprox.training.TrainingOptions;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Table;

/** One of the texts of a saved model is changed, all else is right. */
record ModelText(String text) implements Format {
  private static final Checkpoint.Content SAVED = saved();

  /** With all kinds of columns. */
  private static Checkpoint.Content saved() {
    Table table = Table.read().csv("notebooks/data/penguins.csv");
    DateColumn days = DateColumn.create("day", table.rowCount());
    for (int row = 1; row < table.rowCount(); row++) {
      days.set(row, LocalDate.EPOCH.plusDays(row));
    }
    Model model =
        Fitting.of(FeaturePlan.of(table.addColumns(days), "species").without("year"))
            .withMethod(PathProx.of(0.01))
            .withOptions(TrainingOptions.defaults().withIterations(10))
            .withHidden(3)
            .withFolds(2)
            .fit();
    return inFile(
        file -> {
          model.save(file);
          return Checkpoint.content(file);
        });
  }

  private interface Use<T> {
    T of(Path file) throws IOException;
  }

  private static <T> T inFile(Use<T> use) {
    try {
      Path file = Files.createTempFile("model", ".safetensors");
      try {
        return use.of(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "model " + text;
  }

  @Override
  public byte[] valid(int variant) {
    return SAVED.texts().get(text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] file(byte[] changed) {
    Map<String, String> texts = new LinkedHashMap<>(SAVED.texts());
    texts.put(text, new String(changed, StandardCharsets.UTF_8));
    return inFile(
        file -> {
          Checkpoint.save(SAVED.network(), texts, file);
          return Files.readAllBytes(file);
        });
  }

  @Override
  public Path prepare(Path folder) {
    return folder.resolve("model.safetensors");
  }

  /** A model that is read can be printed. */
  @Override
  public List<Object> read(Path file) {
    Model model = Model.load(file);
    return List.of(model.plan(), model.origin(), model.toString());
  }
}
