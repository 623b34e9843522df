package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.DenseChain;
import pathprox.network.running.LayerParameters;
import pathprox.network.running.Parameter;
import pathprox.network.running.Parameters;
import pathprox.network.running.ParametricStage;
import pathprox.network.running.Rows;
import pathprox.network.running.Stage;
import pathprox.network.running.WorkingNetwork;

/** Puts a network to work: its parameters into native memory, its layers into stages. */
final class Assembly {
  private final Network network;
  private final Architecture architecture;
  private final Pairing pairing;
  private final Arena arena;

  Assembly(Network network, Arena arena) {
    this.network = network;
    this.arena = arena;
    architecture = network.architecture();
    pairing = architecture.pairing();
  }

  /** The network with all its layers. */
  WorkingNetwork whole() {
    IntStream numbers = IntStream.range(0, architecture.parametricLayers().size());
    List<LayerParameters> parameters = numbers.mapToObj(this::parameters).toList();
    return new WorkingNetwork(Parameters.of(parameters, arena), path(parameters), arena);
  }

  /** The first layer, which has parameters, before the stages of another network. */
  WorkingNetwork before(WorkingNetwork other) {
    LayerParameters own = parameters(0);
    ParametricStage stage =
        architecture.parametricLayers().get(0).stage(architecture.input(), own, arena);
    return other.withFirst(own, stage, architecture.input().elements(), arena);
  }

  private LayerParameters parameters(int number) {
    int place = architecture.place(number);
    int outputs = architecture.parametricLayers().get(number).outputs();
    Rows rows = pairing.rows(number);
    Matrix bias = arena.copyOf(network.biases().get(number), network.type());
    return new LayerParameters(
        new Parameter(2 * number, network.rowsOf(number, rows, arena), arena),
        new Parameter(2 * number + 1, bias, arena),
        rows,
        architecture.shapes().get(place + 1).elements() > outputs,
        architecture.layersAfter(place).stream().allMatch(ParameterFreeLayer::keepsUnits));
  }

  private WorkingNetwork.Path path(List<LayerParameters> parameters) {
    List<Stage> stages = new ArrayList<>();
    List<ParametricStage> ofLayers = new ArrayList<>();
    List<Layer> layers = architecture.layers();
    for (int place = 0; place < layers.size(); place++) {
      Shape input = architecture.shapes().get(place);
      int number = ofLayers.size();
      if (layers.get(place) instanceof ParameterFreeLayer layer) {
        stages.add(layer.stage(input, arena));
        continue;
      }
      LayerParameters own = parameters.get(number);
      if (startsChain(layers.subList(place, layers.size()), number)) {
        ofLayers.add(new DenseChain(own, parameters.get(number + 1), arena));
        ofLayers.add(ofLayers.get(number));
        place++;
      } else {
        ofLayers.add(((ParametricLayer) layers.get(place)).stage(input, own, arena));
      }
      stages.add(ofLayers.get(number));
    }
    List<Integer> sizes = architecture.input().sizes();
    return new WorkingNetwork.Path(
        stages,
        ofLayers,
        pairing.pairs().stream().map(this::stagesBetween).toList(),
        architecture.input().elements(),
        sizes.size() == 1 ? 0 : sizes.get(0),
        architecture.output().elements(),
        architecture.shapes().stream().mapToInt(Shape::elements).max().getAsInt());
  }

  /** Whether a layer leads out of a pair, with the layer into the next pair right after it. */
  private boolean startsChain(List<Layer> layers, int number) {
    return layers.size() > 1
        && layers.subList(0, 2).stream().allMatch(Dense.class::isInstance)
        && pairing.rows(number) == Rows.INPUTS
        && pairing.isPaired(number + 1);
  }

  /** New stages for the layers between those of a pair. */
  List<Stage> stagesBetween(UnitPair pair) {
    int after = architecture.place(pair.incoming()) + 1;
    List<Stage> stages = new ArrayList<>();
    for (ParameterFreeLayer layer : architecture.layersAfter(after - 1)) {
      stages.add(layer.stage(architecture.shapes().get(after + stages.size()), arena));
    }
    return stages;
  }
}
