package pathprox.onnx;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.features.NumericInput;
import pathprox.features.TableEncoder;
import pathprox.features.ValueTarget;
import pathprox.io.BadFile;
import pathprox.io.StrictJson;
import pathprox.io.WholeFile;
import pathprox.model.Model;
import pathprox.network.Network;
import pathprox.network.Shape;

/**
 * Networks and models as ONNX files (onnx.ai, operator set 13), from which other programs predict,
 * such as onnxruntime in Python, C# or C++. There is no way back: {@code Checkpoint} and {@code
 * Model.save} keep what is to be read again.
 *
 * <p>What is written is {@link Network#merged}: the same outputs up to rounding, by fewer
 * parameters where dense layers follow each other. Units without influence are kept; {@link
 * Network#compact} leaves them out.
 *
 * <p>Needs {@code org.tribuo:tribuo-util-onnx} on the class path, an optional dependency of 2.3 MB
 * with protobuf; without it an {@code IllegalStateException} says so.
 */
public final class Onnx {
  private static final ObjectMapper JSON = StrictJson.mapper().build();
  private static final String LIBRARY = "org.tribuo:tribuo-util-onnx:4.3.2";
  private static final String NO_FILE = "the file must not be null";
  private static final String INPUT = "input";
  private static final String OUTPUT = "output";
  private static final String PROBABILITIES = "probabilities";

  private Onnx() {}

  /**
   * {@return the number of bytes of {@code file}, as which {@code network} is saved, whole or not
   * at all; an older one is replaced} It takes {@code input}, [samples, …] as {@code
   * Network.outputs} does, and gives {@code output}, [samples, outputs], for any number of samples,
   * both in the type of the network: but float32 where a float64 network has convolutions or
   * average pooling, which onnxruntime does not have in float64. The metadata holds the {@code
   * layers}, the shape of a sample as {@code input}, the {@code version} of this library, and the
   * {@code type} of the network with that in the file.
   *
   * @throws IllegalArgumentException if it has a layer that is not dense, convolutional, ReLU,
   *     flatten or pooling, or a number that is NaN or infinite, also after a change to float32; or
   *     more than 2 GB of parameters
   * @throws UncheckedIOException if the file cannot be written, is read-only, or is no file but a
   *     folder or device
   */
  public static long save(Network network, Path file) {
    return save(network, Map.of(), file);
  }

  /** {@return as {@link #save(Network, Path)} of {@code network} as {@code file}} */
  public static long save(Network network, String file) {
    return save(network, path(file));
  }

  /**
   * {@return as {@link #save(Network, Path)} of {@code network} as {@code file}, with {@code texts}
   * by name in its metadata, such as λ and the method}
   *
   * @throws IllegalArgumentException also if a text is named {@code format}, {@code input}, {@code
   *     layers}, {@code type} or {@code version}, which are taken, or if a text or its name has
   *     half of a surrogate pair
   */
  public static long save(Network network, Map<String, String> texts, Path file) {
    requireNonNull(network, "the network must not be null");
    requireNonNull(texts, "the texts must not be null");
    return write("network", file, () -> network(network, texts));
  }

  /**
   * {@return as {@link #save(Network, Map, Path)} of {@code network} with {@code texts} as {@code
   * file}}
   */
  public static long save(Network network, Map<String, String> texts, String file) {
    return save(network, texts, path(file));
  }

  /**
   * {@return the number of bytes of {@code file}, as which {@code model} is saved with what becomes
   * of its columns, whole or not at all; an older one is replaced} It takes {@code input} in
   * float64, [samples, columns], the numbers of the table as they are, in the order of {@code
   * model.plan().usedColumns()}, with 1 for yes, 0 for no and NaN for a missing one. It gives
   * {@code output} in float64: numbers in the unit of the target, [samples, 1], or outputs for
   * classes, [samples, classes], and for these their {@code probabilities}. A row for which there
   * is no prediction, as a missing number has no filler or one is infinite, gives NaN.
   *
   * <p>The metadata holds also the names of the {@code columns} and {@code classes} in their order,
   * in JSON, the {@code target}, the {@code plan} in words, the {@code method} and its {@code
   * lambda}.
   *
   * @throws IllegalArgumentException if a column of the plan is a category, a text or a date, with
   *     the names of all, or a name has half of a surrogate pair
   * @throws UncheckedIOException as {@link #save(Network, Path)}
   */
  public static long save(Model model, Path file) {
    requireNonNull(model, "the model must not be null");
    return write("model", file, () -> model(model));
  }

  /** {@return as {@link #save(Model, Path)} of {@code model} as {@code file}} */
  public static long save(Model model, String file) {
    return save(model, path(file));
  }

  private static Path path(String file) {
    return Path.of(requireNonNull(file, NO_FILE));
  }

  private static long write(String what, Path file, Supplier<OnnxFile> content) {
    requireNonNull(file, NO_FILE);
    try {
      OnnxFile made = content.get();
      WholeFile.write(file, made);
      return made.bytes();
    } catch (NoClassDefFoundError e) {
      String message = "the %s cannot be saved as ONNX without a library: add the dependency %s";
      throw new IllegalStateException(message.formatted(what, LIBRARY), e);
    } catch (IOException e) {
      String message = "the %s cannot be saved as %s: %s".formatted(what, file, BadFile.reason(e));
      throw new UncheckedIOException(message, e);
    } catch (IllegalArgumentException e) {
      String message = "the %s cannot be saved: %s".formatted(what, e.getMessage());
      throw new IllegalArgumentException(message, e);
    }
  }

  private static OnnxFile network(Network network, Map<String, String> texts) {
    LayerNodes layers = LayerNodes.of(network);
    Graph graph = new Graph();
    layers.texts().forEach(graph::text);
    texts.forEach(graph::text);
    graph.input(INPUT, layers.type(), layers.input());
    graph.add(OUTPUT, "Identity", List.of(layers.add(graph, INPUT)));
    graph.output(OUTPUT, layers.type(), layers.output());
    return graph.file();
  }

  private static OnnxFile model(Model model) {
    List<NumericInput> columns = columns(model.plan());
    LayerNodes layers = LayerNodes.of(model.network());
    Graph graph = new Graph();
    layers.texts().forEach(graph::text);
    texts(model).forEach(graph::text);
    TableNodes table = new TableNodes(graph, columns);
    String input = graph.input(INPUT, DataType.DOUBLE, Shape.of(columns.size()));
    String filled = table.filled(input);
    String features = graph.cast(table.features(input, filled), DataType.FLOAT); // as in a training
    String network = layers.add(graph, graph.cast(features, layers.type()));
    String outputs = graph.cast(network, DataType.DOUBLE);
    if (model.target() instanceof ValueTarget target) {
      outputs = table.restored(outputs, target);
    }
    graph.add(OUTPUT, "Add", List.of(outputs, table.undefined(filled)));
    graph.output(OUTPUT, DataType.DOUBLE, layers.output());
    if (!model.target().classes().isEmpty()) {
      graph.add(PROBABILITIES, "Softmax", List.of(OUTPUT), Graph.whole("axis", 1));
      graph.output(PROBABILITIES, DataType.DOUBLE, layers.output());
    }
    return graph.file();
  }

  private static List<NumericInput> columns(TableEncoder plan) {
    try {
      return plan.numericColumns();
    } catch (IllegalArgumentException e) {
      String network =
          "; the network alone, whose inputs are features, is Onnx.save(model.network()";
      throw new IllegalArgumentException(e.getMessage() + network + ", file)", e);
    }
  }

  private static Map<String, String> texts(Model model) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("columns", json(model.plan().usedColumns()));
    texts.put("target", model.target().column());
    if (!model.target().classes().isEmpty()) {
      texts.put("classes", json(model.target().classes()));
    }
    texts.put("plan", model.plan().toString());
    texts.put("method", model.origin().method());
    texts.put("lambda", Double.toString(model.origin().lambda()));
    return texts;
  }

  private static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
