package pathprox.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
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
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Layer;
import pathprox.network.MaxPool2d;
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

  private Architecture architecture(List<INDArray> weights) {
    return weights.get(0).rank() == 4 ? convnet(weights) : mlp(weights);
  }

  /** Convolutions with a rectifier behind each, max and average pooling behind pairs, dense. */
  private Architecture convnet(List<INDArray> weights) {
    List<Layer> layers = new ArrayList<>();
    for (INDArray w : weights) {
      if (w.rank() == 2) {
        layers.add(new Flatten());
        layers.add(new Dense((int) w.size(1), (int) w.size(0)));
        continue;
      }
      layers.add(Conv2d.same((int) w.size(1), (int) w.size(0), (int) w.size(2)));
      layers.add(new Relu());
      switch (layers.size()) {
        case 4 -> layers.add(new MaxPool2d(2));
        case 9 -> layers.add(new AvgPool2d(2));
        default -> {}
      }
    }
    List<Integer> shape = integers(file.get("input_shape"));
    return new Architecture(new Shape(shape), layers);
  }

  /** Factorized networks have a rectifier behind every other layer, plain ones behind each. */
  private Architecture mlp(List<INDArray> weights) {
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
    INDArray images = array(file.get("x"));
    INDArray features = images.reshape('c', images.size(0), -1);
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

  /** A float64 array of any number of dimensions. */
  private static INDArray array(JsonNode node) {
    List<Long> shape = new ArrayList<>();
    for (JsonNode inner = node; inner.isArray(); inner = inner.get(0)) {
      shape.add((long) inner.size());
    }
    return Nd4j.createFromArray(numbers(node).toArray())
        .reshape('c', shape.stream().mapToLong(Long::longValue).toArray());
  }

  private static DoubleStream numbers(JsonNode node) {
    return node.isArray()
        ? elements(node).stream().flatMapToDouble(ReferenceCase::numbers)
        : DoubleStream.of(node.asDouble());
  }
}
