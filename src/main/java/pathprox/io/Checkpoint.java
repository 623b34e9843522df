package pathprox.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * A network in a safetensors file. Arrays are named as in PyTorch's {@code Sequential}: {@code
 * 0.weight} and {@code 0.bias} belong to the layer at place 0. The layers stand in the metadata as
 * texts, so that other programs can read all of it, and loading runs no code.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * {@return the number of bytes of {@code file}, as which {@code network} is saved} It appears
   * whole or not at all; an older one is replaced.
   *
   * @throws IllegalArgumentException if it has a layer that is not dense, convolutional, ReLU,
   *     flatten or pooling, or a number that is NaN or infinite
   * @throws UncheckedIOException if the file cannot be written
   */
  public static long save(Network network, Path file) {
    Architecture architecture = network.architecture();
    Map<String, String> texts = ArchitectureText.of(architecture);
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (int layer = 0; layer < architecture.parametricLayers().size(); layer++) {
      arrays.put(architecture.place(layer) + ".weight", network.weights(layer));
      arrays.put(architecture.place(layer) + ".bias", network.bias(layer));
    }
    try {
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
      List<INDArray> weights = new ArrayList<>();
      List<INDArray> biases = new ArrayList<>();
      for (int layer = 0; layer < architecture.parametricLayers().size(); layer++) {
        weights.add(taken(arrays, architecture.place(layer) + ".weight"));
        biases.add(taken(arrays, architecture.place(layer) + ".bias"));
      }
      String more = "these arrays belong to no layer: %s";
      BadFile.unless(arrays.isEmpty(), more, arrays.keySet());
      return new Network(architecture, weights, biases);
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    } catch (IllegalArgumentException e) { // a number, a shape or a type
      throw BadFile.unreadable(file, new IOException(e.getMessage(), e));
    }
  }

  private static INDArray taken(Map<String, INDArray> arrays, String name) throws IOException {
    BadFile.unless(arrays.containsKey(name), "the array '%s' is missing", name);
    return arrays.remove(name);
  }
}
