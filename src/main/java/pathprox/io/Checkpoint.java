package pathprox.io;

import static pathprox.matrix.Arguments.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * A network in a safetensors file. Arrays are named as in PyTorch's {@code Sequential}: {@code
 * 0.weight} and {@code 0.bias} belong to the layer at place 0. The layers stand in the metadata as
 * texts, so that other programs can read all of it, and loading runs no code.
 *
 * <p>Loading takes the memory of the network twice, for the file and for the copy that a network
 * makes; of names, types and shapes nothing is believed before they are compared with the layers.
 * An interrupted thread saves and loads as any other.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * What a file holds.
   *
   * @param network the network
   * @param texts what was saved with it, by name; empty if nothing was
   */
  public record Content(Network network, Map<String, String> texts) {
    /** Keeps a copy of the texts, in their order. */
    public Content {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    @Override
    public String toString() {
      return network + (texts.isEmpty() ? "" : "\ntexts: " + ParameterNames.some(texts.keySet()));
    }
  }

  /**
   * {@return the number of bytes of {@code file}, as which {@code network} is saved} It appears
   * whole or not at all; an older one is replaced and passes on its mode, a symbolic link is
   * followed.
   *
   * @throws IllegalArgumentException if it has a layer that is not dense, convolutional, ReLU,
   *     flatten or pooling, or a number that is NaN or infinite
   * @throws UncheckedIOException if the file cannot be written, is read-only, or is no file but a
   *     folder or device
   */
  public static long save(Network network, Path file) {
    return save(network, Map.of(), file);
  }

  /** {@return as {@link #save(Network, Path)} of {@code network} as {@code file}} */
  public static long save(Network network, String file) {
    return save(network, Path.of(file));
  }

  /**
   * {@return as {@link #save(Network, Path)} of {@code network} as {@code file}, with {@code texts}
   * by name, some 10 MB at most} {@link #load(Path)} leaves them out, {@link #content} has them.
   *
   * @throws IllegalArgumentException also if a text is named {@code format}, {@code input} or
   *     {@code layers}, which are taken, or if they are too long
   */
  public static long save(Network network, Map<String, String> texts, Path file) {
    Map<String, String> all = ArchitectureText.of(network.architecture());
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        require(!all.containsKey(text.getKey()), "a text '%s' is there already", text.getKey());
        all.put(text.getKey(), text.getValue());
      }
      return SafetensorsFile.write(file, all, arrays(network));
    } catch (IOException e) {
      String message = "the network cannot be saved as " + file + ": " + BadFile.reason(e);
      throw new UncheckedIOException(message, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the network cannot be saved: " + e.getMessage(), e);
    }
  }

  /**
   * {@return as {@link #save(Network, Map, Path)} of {@code network} as {@code file}, with {@code
   * texts}}
   */
  public static long save(Network network, Map<String, String> texts, String file) {
    return save(network, texts, Path.of(file));
  }

  private static Map<String, INDArray> arrays(Network network) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    for (int layer = 0; layer < network.architecture().parametricLayers().size(); layer++) {
      ParameterNames names = ParameterNames.of(network.architecture(), layer);
      arrays.put(names.weight(), network.weights(layer));
      arrays.put(names.bias().orElseThrow(), network.bias(layer));
    }
    return arrays;
  }

  /**
   * {@return the network that {@link #save(Network, Path)} has written as {@code file}}
   *
   * @throws UncheckedIOException if the file is missing, damaged, or of another kind; lengths,
   *     names, types, shapes and numbers are checked
   */
  public static Network load(Path file) {
    return content(file).network();
  }

  /** {@return as {@link #load(Path)} the network of {@code file}} */
  public static Network load(String file) {
    return load(Path.of(file));
  }

  /**
   * {@return as {@link #load(Path)} the network of {@code file}, and the texts that were saved with
   * it}
   */
  public static Content content(Path file) {
    return SafetensorsFile.read(
        file,
        content -> {
          Map<String, String> texts = new LinkedHashMap<>(content.header().texts());
          Architecture architecture = ArchitectureText.read(texts);
          texts.keySet().removeAll(ArchitectureText.NAMES);
          var names = ParameterNames.saved(architecture, content.header().tensors());
          return new Content(network(architecture, names, content.arrays()), texts);
        });
  }

  /** {@return as {@link #content(Path)} what {@code file} holds} */
  public static Content content(String file) {
    return content(Path.of(file));
  }

  /**
   * {@return a network of {@code architecture} with the arrays of {@code file}, such as PyTorch's
   * {@code safetensors.torch.save_file(model.state_dict(), file)} writes} They may be called {@code
   * 0.weight}, {@code fc1.bias} or {@code features.0.weight}; a layer without a bias has a bias of
   * zeros. Numbers of 16 bits become FLOAT.
   *
   * <p>Arrays belong to the layer whose shape they have exactly. Of some with the same shape the
   * numbers in their names, which may differ in nothing else, tell the order. Of what stands
   * between the layers and of strides a file of PyTorch says nothing: that is for {@code
   * architecture} to say.
   *
   * @throws UncheckedIOException as {@link #load(Path)}; if an array belongs to no layer or a layer
   *     has none, or if it can be told in two ways, with all names and shapes; or if the file says
   *     that its network is of another architecture
   */
  public static Network load(Path file, Architecture architecture) {
    return SafetensorsFile.read(
        file,
        content -> {
          if (ArchitectureText.isIn(content.header().texts())) {
            Architecture saved = ArchitectureText.read(content.header().texts());
            String message = "the network in it is another one:\n%s";
            BadFile.unless(saved.equals(architecture), message, saved);
          }
          var names = ParameterNames.found(architecture, content.header().tensors());
          return network(architecture, names, content.arrays());
        });
  }

  /** {@return as {@link #load(Path, Architecture)} {@code file} as {@code architecture}} */
  public static Network load(String file, Architecture architecture) {
    return load(Path.of(file), architecture);
  }

  private static Network network(
      Architecture architecture, List<ParameterNames> names, Map<String, INDArray> arrays) {
    List<INDArray> weights = new ArrayList<>();
    List<INDArray> biases = new ArrayList<>();
    for (ParameterNames layer : names) {
      INDArray weight = arrays.get(layer.weight());
      weights.add(weight);
      biases.add(
          layer
              .bias()
              .map(arrays::get)
              .orElseGet(() -> Nd4j.zeros(weight.dataType(), weight.size(0))));
    }
    return new Network(architecture, weights, biases);
  }
}
