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
   * Saves {@code network} as {@code file}, which appears whole or not at all; an older one is
   * replaced.
   *
   * @return how many bytes the file has
   * @throws IllegalArgumentException if it has a layer that is not dense, convolutional, ReLU,
   *     flatten or pooling, or a number that is NaN or infinite
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
    try {
      requireFinite(arrays);
      return new SafetensorsFile(texts, arrays).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the network cannot be saved as " + file + ": " + e, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the network cannot be saved: " + e.getMessage(), e);
    }
  }

  /**
   * {@return the network that {@link #save} has written as {@code file}}
   *
   * @throws UncheckedIOException if the file is missing, damaged, or of another kind; lengths,
   *     names, types, shapes and numbers are checked
   */
  public static Network load(Path file) {
    try {
      SafetensorsFile content = SafetensorsFile.read(file);
      Architecture architecture = ArchitectureText.read(content.metadata());
      Map<String, INDArray> arrays = new LinkedHashMap<>(content.arrays());
      requireFinite(arrays);
      List<INDArray> weights = new ArrayList<>();
      List<INDArray> biases = new ArrayList<>();
      for (int place : places(architecture)) {
        weights.add(taken(arrays, place + ".weight"));
        biases.add(taken(arrays, place + ".bias"));
      }
      if (!arrays.isEmpty()) {
        throw new IOException("these arrays belong to no layer: " + arrays.keySet());
      }
      return new Network(architecture, weights, biases);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("file " + file + " does not exist", e);
    } catch (IOException e) {
      String reason = e.getClass() == IOException.class ? e.getMessage() : e.toString();
      throw new UncheckedIOException(file + ": " + reason, e);
    } catch (IllegalArgumentException e) { // a number, a shape or a type
      throw new UncheckedIOException(file + ": " + e.getMessage(), new IOException(e));
    }
  }

  /** The places of the layers with parameters among all layers. */
  private static int[] places(Architecture architecture) {
    return IntStream.range(0, architecture.layers().size())
        .filter(i -> architecture.layers().get(i) instanceof ParametricLayer)
        .toArray();
  }

  private static INDArray taken(Map<String, INDArray> arrays, String name) {
    INDArray array = arrays.remove(name);
    if (array == null) {
      throw new IllegalArgumentException("the array '%s' is missing".formatted(name));
    }
    return array;
  }

  private static void requireFinite(Map<String, INDArray> arrays) {
    for (String name : arrays.keySet()) {
      if (!Arrays.stream(arrays.get(name).data().asDouble()).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("'%s' holds NaN or an infinity".formatted(name));
      }
    }
  }
}
