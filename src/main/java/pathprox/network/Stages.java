package pathprox.network;

import java.util.ArrayList;
import java.util.List;
import pathprox.matrix.Matrix;

/** The layers of an architecture at work, one stage a layer, or one for two layers that chain. */
final class Stages {
  private final Architecture architecture;
  private final List<Stage> stages = new ArrayList<>();

  /** The stage of each layer with parameters. */
  private final List<ParametricStage> parametric = new ArrayList<>();

  Stages(Architecture architecture, List<LayerParameters> parameters) {
    this.architecture = architecture;
    List<Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      int number = parametric.size();
      if (layers.get(i) instanceof ParameterFreeLayer layer) {
        stages.add(layer.stage(architecture.inputOf(i)));
      } else if (startsChain(i, number)) {
        add(new DenseChain(parameters.get(number), parameters.get(number + 1)));
        parametric.add(parametric.get(number));
        i++;
      } else {
        ParametricLayer layer = (ParametricLayer) layers.get(i);
        add(layer.stage(architecture.inputOf(i), parameters.get(number)));
      }
    }
  }

  private void add(ParametricStage stage) {
    stages.add(stage);
    parametric.add(stage);
  }

  /** Whether a layer leads out of a pair, with the layer into the next pair right behind it. */
  private boolean startsChain(int index, int number) {
    List<Layer> layers = architecture.layers();
    Pairing pairing = architecture.pairing();
    return layers.get(index) instanceof Dense
        && index + 1 < layers.size()
        && layers.get(index + 1) instanceof Dense
        && pairing.rows(number) == Rows.INPUTS
        && pairing.isPaired(number + 1);
  }

  Matrix forward(Matrix inputs) {
    Matrix values = inputs;
    for (int i = 0; i < stages.size(); i++) { // an iterator would be an allocation
      values = stages.get(i).forward(values);
    }
    return values;
  }

  Stage get(int index) {
    return stages.get(index);
  }

  int size() {
    return stages.size();
  }

  int indexOf(Stage stage) {
    return stages.indexOf(stage);
  }

  /** The stage of a layer with parameters. */
  ParametricStage ofLayer(int number) {
    return parametric.get(number);
  }
}
