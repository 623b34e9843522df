package pathprox.tutorial.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.io.BadFile;
import pathprox.method.PathProx;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * A training that the authors of PathProx computed with their own code, in float64, and what the
 * library needs to repeat it. The file's fields are described in {@code
 * src/test/resources/reference/README.md}.
 *
 * @param start the network before the first step: dense layers, ReLU behind each but the last
 * @param data the samples, which are taken in order, a batch a step
 * @param options iterations, batch size and learning rate; each iteration is recorded
 * @param method published PathProx with the λ of the file
 * @param steps after each iteration: its batch's loss before it, path norm and active units
 * @param outputs the outputs of the network in the end, [samples, classes]
 */
public record Reference(
    Network start,
    Dataset data,
    TrainingOptions options,
    PathProx method,
    List<Step> steps,
    INDArray outputs) {
  /**
   * One iteration.
   *
   * @param loss the mean loss of its batch, before the step
   * @param pathNorm Σ‖w_i‖‖v_i‖ over all pairs, after it
   * @param activeUnits of each pair, after it
   */
  public record Step(double loss, double pathNorm, List<Integer> activeUnits) {}

  /**
   * {@return the training in {@code file}; a file that cannot be read, or is not of plain PathProx
   * on a network of dense layers, is an UncheckedIOException}
   */
  public static Reference load(Path file) {
    try {
      return of(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  /** {@return as {@link #load(Path)} the training in {@code file}} */
  public static Reference load(String file) {
    return load(Path.of(file));
  }

  private static Reference of(JsonNode file) throws IOException {
    String name = file.path("name").asText();
    BadFile.unless(
        name.equals("mlp-pathprox"),
        "a reference training must be called mlp-pathprox, the only one of dense layers with ReLU"
            + " behind each and without options, found '%s'",
        name);
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (String layer : layers(file)) {
      weights.add(matrix(file.get("initial").get(layer + ".weight")));
      biases.add(vector(file.get("initial").get(layer + ".bias")));
      sizes.add(weights.get(weights.size() - 1).columns());
    }
    sizes.add(file.get("classes").asInt());
    int[] widths = sizes.stream().mapToInt(Integer::intValue).toArray();
    return new Reference(
        new Network(Architecture.mlp(widths), weights, biases),
        data(file),
        options(file),
        PathProx.of(file.get("lam").asDouble()),
        elements(file.get("trace")).stream().map(Reference::step).toList(),
        matrix(file.get("final_outputs")));
  }

  private static List<String> layers(JsonNode file) {
    List<String> names = new ArrayList<>();
    file.get("initial").fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> name.endsWith(".weight"))
        .map(name -> name.replace(".weight", ""))
        .toList();
  }

  private static Dataset data(JsonNode file) {
    int[] classes = elements(file.get("y")).stream().mapToInt(JsonNode::asInt).toArray();
    List<String> names =
        IntStream.range(0, file.get("classes").asInt()).mapToObj(String::valueOf).toList();
    return Dataset.classification("the authors' samples", matrix(file.get("x")), classes, names);
  }

  private static TrainingOptions options(JsonNode file) {
    return TrainingOptions.defaults()
        .withIterations(file.get("iterations").asInt())
        .withBatchSize(file.get("batch_size").asInt())
        .withLearningRate(file.get("learning_rate").asDouble())
        .withRecordEvery(1)
        .withoutShuffling();
  }

  private static Step step(JsonNode row) {
    return new Step(
        row.get("batch_loss").asDouble(),
        row.get("path_norm").asDouble(),
        elements(row.get("active_per_group")).stream().map(JsonNode::asInt).toList());
  }

  private static INDArray matrix(JsonNode rows) {
    return Nd4j.createFromArray(
        elements(rows).stream().map(Reference::numbers).toArray(double[][]::new));
  }

  private static INDArray vector(JsonNode numbers) {
    return Nd4j.createFromArray(numbers(numbers));
  }

  private static double[] numbers(JsonNode row) {
    return elements(row).stream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static List<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }

  /**
   * {@return path norm and active units after some iterations, the authors' beside those of {@code
   * ours}, which was recorded at each iteration}
   */
  public Table beside(TrainingResult ours) {
    int[] shown = {1, 2, 3, 10, 20, 30, 40};
    DoubleColumn theirs = DoubleColumn.create("path norm, authors");
    DoubleColumn own = DoubleColumn.create("path norm, library");
    IntColumn units = IntColumn.create("active units");
    for (int k : shown) {
      theirs.append(steps.get(k - 1).pathNorm());
      own.append(ours.history().measurements().get(k).regularity().pathNorm());
      units.append(steps.get(k - 1).activeUnits().stream().mapToInt(it -> it).sum());
    }
    return Table.create("both", IntColumn.create("iteration", shown), theirs, own, units);
  }

  /**
   * {@return the largest differences between the authors' numbers and those of {@code ours}, over
   * all iterations: of the losses, of the path norms, and of the outputs in the end}
   */
  public double[] differences(TrainingResult ours) {
    double[] largest = new double[3];
    for (int k = 1; k <= steps.size(); k++) {
      var row = ours.history().measurements().get(k);
      Step step = steps.get(k - 1);
      largest[0] = Math.max(largest[0], Math.abs(row.batchLoss() - step.loss()));
      double apart = Math.abs(row.regularity().pathNorm() - step.pathNorm());
      largest[1] = Math.max(largest[1], apart);
    }
    INDArray apart = ours.network().outputs(data.features()).sub(outputs);
    largest[2] = apart.normmaxNumber().doubleValue();
    return largest;
  }

  /** {@return after how many iterations the active units of each pair are those of {@code ours}} */
  public long equalUnits(TrainingResult ours) {
    return IntStream.range(0, steps.size())
        .filter(
            k ->
                ours.history()
                    .measurements()
                    .get(k + 1)
                    .regularity()
                    .activeUnits()
                    .equals(steps.get(k).activeUnits()))
        .count();
  }

  @Override
  public String toString() {
    return "%s, %s iterations of %s, recorded by the authors' code"
        .formatted(start.architecture(), steps.size(), method.name());
  }
}
