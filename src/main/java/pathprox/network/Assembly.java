package pathprox.network;

import java.util.ArrayList;
import java.util.List;
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
  private final Architecture architecture;
  private final List<Layer> layers;
  private final List<Shape> shapes;
  private final List<ParametricLayer> parametric;
  private final Pairing pairing;
  private final Arena arena;

  Assembly(Architecture architecture, Arena arena) {
    this.architecture = architecture;
    this.arena = arena;
    layers = architecture.layers();
    shapes = architecture.shapes();
    parametric = architecture.parametricLayers();
    pairing = architecture.pairing();
  }

  /** Copies the parameters of a network. */
  Parameters parameters(Network network) {
    List<LayerParameters> parameters = new ArrayList<>();
    for (int place = 0; place < layers.size(); place++) {
      if (layers.get(place) instanceof ParametricLayer) {
        parameters.add(parameters(network, parameters.size(), place));
      }
    }
    return Parameters.of(parameters, arena);
  }

  private LayerParameters parameters(Network network, int number, int place) {
    Rows rows = pairing.rows(number);
    Matrix weights = network.rowsOf(number, rows, arena);
    Matrix bias = arena.copyOf(network.bias(number), network.type());
    return new LayerParameters(
        new Parameter(2 * number, weights, arena),
        new Parameter(2 * number + 1, bias, arena),
        rows,
        shapes.get(place).elements() > parametric.get(number).outputs(),
        passesScale(place));
  }

  private boolean passesScale(int place) {
    for (int next = place + 1; next < layers.size(); next++) {
      if (!(layers.get(next) instanceof ParameterFreeLayer layer)) {
        return true;
      }
      if (!layer.keepsUnits()) {
        return false;
      }
    }
    return true;
  }

  /** Makes the stages that run on parameters. */
  WorkingNetwork on(Parameters parameters) {
    List<Stage> stages = new ArrayList<>();
    List<ParametricStage> ofLayers = new ArrayList<>();
    List<List<Stage>> afterPairs = new ArrayList<>();
    for (int place = 0; place < layers.size(); place++) {
      Shape input = place == 0 ? architecture.input() : shapes.get(place - 1);
      if (layers.get(place) instanceof ParameterFreeLayer layer) {
        stages.add(layer.stage(input, arena));
        continue;
      }
      int number = ofLayers.size();
      LayerParameters own = parameters.layers().get(number);
      ParametricStage stage;
      if (startsChain(place, number)) {
        stage = new DenseChain(own, parameters.layers().get(number + 1), arena);
        ofLayers.add(stage);
        place++;
        number++;
      } else {
        stage = parametric.get(number).stage(input, own, arena);
      }
      stages.add(stage);
      ofLayers.add(stage);
      if (number + 1 < parametric.size() && pairing.rows(number + 1) == Rows.INPUTS) {
        afterPairs.add(stagesAfter(place));
      }
    }
    List<Integer> sizes = architecture.input().sizes();
    int inputs = architecture.input().elements();
    return new WorkingNetwork(
        parameters,
        new WorkingNetwork.Path(
            stages,
            ofLayers,
            afterPairs,
            inputs,
            sizes.size() == 1 ? 0 : sizes.get(0),
            shapes.get(shapes.size() - 1).elements(),
            shapes.stream().mapToInt(Shape::elements).reduce(inputs, Math::max)),
        arena);
  }

  /** Whether a layer leads out of a pair, with the layer into the next pair right after it. */
  private boolean startsChain(int place, int number) {
    return layers.get(place) instanceof Dense
        && place + 1 < layers.size()
        && layers.get(place + 1) instanceof Dense
        && pairing.rows(number) == Rows.INPUTS
        && pairing.isPaired(number + 1);
  }

  /** New stages for the layers without parameters after a layer. */
  List<Stage> stagesAfter(int place) {
    List<Stage> stages = new ArrayList<>();
    for (int next = place + 1;
        next < layers.size() && layers.get(next) instanceof ParameterFreeLayer layer;
        next++) {
      stages.add(layer.stage(shapes.get(next - 1), arena));
    }
    return stages;
  }
}
