package pathprox.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.data.Dataset;
import pathprox.loss.CrossEntropy;
import pathprox.loss.MeanSquaredError;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.network.Dense;
import pathprox.network.Layer;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/**
 * One file of reference steps; {@code src/test/resources/reference/README.md} defines its fields.
 */
record ReferenceCase(JsonNode file) {
  static ReferenceCase read(Path path) {
    try {
      return new ReferenceCase(new ObjectMapper().readTree(path.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.get("name").asText();
  }

  List<JsonNode> trace() {
    return elements(file.get("trace"));
  }

  INDArray finalArray(String parameter) {
    return array(file.get("final").get(parameter));
  }

  INDArray finalOutputs() {
    return array(file.get("final_outputs"));
  }

  List<String> layerNames() {
    List<String> names = new ArrayList<>();
    file.get("initial").fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> name.endsWith(".weight"))
        .map(name -> name.replace(".weight", ""))
        .toList();
  }

  Network start() {
    List<INDArray> weights = initial(".weight");
    return new Network(architecture(weights), weights, initial(".bias"));
  }

  private List<INDArray> initial(String suffix) {
    return layerNames().stream()
        .map(name -> array(file.get("initial").get(name + suffix)))
        .toList();
  }

  /** Factorized networks have a rectifier behind every other layer, plain ones behind each. */
  private Architecture architecture(List<INDArray> weights) {
    boolean factorized = name().matches(".*(factorized|momentum|mse).*");
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      layers.add(new Dense((int) weights.get(i).size(1), (int) weights.get(i).size(0)));
      if (i < weights.size() - 1 && (!factorized || i % 2 == 0)) {
        layers.add(new Relu());
      }
    }
    return new Architecture(Shape.of((int) weights.get(0).size(1)), layers);
  }

  Dataset data() {
    INDArray features = array(file.get("x"));
    if (!classifies()) {
      return Dataset.regression(name(), features, array(file.get("y")));
    }
    int[] classes = integers(file.get("y")).stream().mapToInt(Integer::intValue).toArray();
    List<String> names =
        IntStream.range(0, file.get("classes").asInt()).mapToObj(String::valueOf).toList();
    return Dataset.classification(name(), features, classes, names);
  }

  private boolean classifies() {
    return file.get("criterion").asText().equals("ce");
  }

  TrainingOptions options() {
    return TrainingOptions.defaults()
        .withIterations(file.get("iterations").asInt())
        .withBatchSize(file.get("batch_size").asInt())
        .withLearningRate(file.get("learning_rate").asDouble())
        .withLoss(classifies() ? new CrossEntropy() : new MeanSquaredError())
        .withRecordEvery(1)
        .withoutShuffling();
  }

  Method method() {
    double lambda = file.get("lam").asDouble();
    double momentum = file.get("momentum").asDouble();
    if (file.get("method").asText().equals("wd")) {
      return new WeightDecay(lambda).withMomentum(momentum);
    }
    PathProx pathProx = PathProx.of(lambda).withMomentum(momentum);
    return file.get("regularize_bias").asBoolean() ? pathProx.withRegularizedBias() : pathProx;
  }

  static List<Integer> integers(JsonNode node) {
    return elements(node).stream().map(JsonNode::asInt).toList();
  }

  private static List<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }

  /** A float64 array of one or two dimensions. */
  private static INDArray array(JsonNode node) {
    if (!node.get(0).isArray()) {
      return Nd4j.createFromArray(
          elements(node).stream().mapToDouble(JsonNode::asDouble).toArray());
    }
    return Nd4j.vstack(elements(node).stream().map(ReferenceCase::array).toList());
  }
}
