package pathprox.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.ParametricLayer;

/**
 * A network in a safetensors file.
 *
 * <p>Arrays are named as in PyTorch's {@code Sequential}: {@code 0.weight} and {@code 0.bias}
 * belong to the layer at place 0, {@code 2.weight} to that at place 2. The layers stand in the
 * metadata as texts, so that other programs can read all of it, and loading runs no code.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Saves a network.
   *
   * @param network layers dense, convolutional, ReLU, flatten and pooling. Not modified.
   * @param file where it appears, whole or not at all; an older one is replaced
   * @return how many bytes the file has
   * @throws IllegalArgumentException if it has a layer of another kind, or a number that is NaN or
   *     infinite
   * @throws UncheckedIOException if the file cannot be written
   */
  public static long save(Network network, Path file) {
    Map<String, String> texts = ArchitectureText.of(network.architecture());
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (int place : places(network.architecture())) {
      int layer = arrays.size() / 2;
      arrays.put(place + ".weight", network.weights(layer));
      arrays.put(place + ".bias", network.bias(layer));
    }
    String fault = fault(arrays);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException("the network cannot be saved: " + fault);
    }
    try {
      return new SafetensorsFile(texts, arrays).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the network cannot be saved as " + file + ": " + e, e);
    }
  }

  /**
   * {@return the network of a file}
   *
   * @param file what {@link #save} has written
   * @throws UncheckedIOException if the file is missing, damaged, or of another kind; lengths,
   *     names, types, shapes and numbers are checked
   */
  public static Network load(Path file) {
    try {
      SafetensorsFile content = SafetensorsFile.read(file);
      Architecture architecture = ArchitectureText.read(content.metadata());
      Map<String, INDArray> arrays = new LinkedHashMap<>(content.arrays());
      String fault = fault(arrays);
      if (!fault.isEmpty()) {
        throw new IOException(fault);
      }
      List<INDArray> weights = new ArrayList<>();
      List<INDArray> biases = new ArrayList<>();
      for (int place : places(architecture)) {
        weights.add(taken(arrays, place + ".weight"));
        biases.add(taken(arrays, place + ".bias"));
      }
      if (!arrays.isEmpty()) {
        throw new IOException("these arrays belong to no layer: " + arrays.keySet());
      }
      return network(architecture, weights, biases);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("file " + file + " does not exist", e);
    } catch (IOException e) {
      String reason = e.getClass() == IOException.class ? e.getMessage() : e.toString();
      throw new UncheckedIOException(file + ": " + reason, e);
    }
  }

  /** The places of the layers with parameters among all layers. */
  private static int[] places(Architecture architecture) {
    return IntStream.range(0, architecture.layers().size())
        .filter(i -> architecture.layers().get(i) instanceof ParametricLayer)
        .toArray();
  }

  private static INDArray taken(Map<String, INDArray> arrays, String name) throws IOException {
    INDArray array = arrays.remove(name);
    if (array == null) {
      throw new IOException("the array '%s' is missing".formatted(name));
    }
    return array;
  }

  private static String fault(Map<String, INDArray> arrays) {
    for (Map.Entry<String, INDArray> entry : arrays.entrySet()) {
      if (!Arrays.stream(entry.getValue().data().asDouble()).allMatch(Double::isFinite)) {
        return "'%s' holds NaN or an infinity".formatted(entry.getKey());
      }
    }
    return "";
  }

  private static Network network(
      Architecture architecture, List<INDArray> weights, List<INDArray> biases) throws IOException {
    try {
      return new Network(architecture, weights, biases);
    } catch (IllegalArgumentException e) { // a shape or a type
      throw new IOException(e.getMessage(), e);
    }
  }
}
