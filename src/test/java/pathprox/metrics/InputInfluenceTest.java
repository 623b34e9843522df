package pathprox.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.Tolerance;
import pathprox.data.Dataset;
import pathprox.network.Architecture;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

class InputInfluenceTest {
  /** Units with ‖v‖ = 5 and 2; nothing comes from the third input, nor leaves the third unit. */
  private static final Network NETWORK =
      new Network(
          Architecture.mlp(3, 3, 2),
          List.of(
              Nd4j.createFromArray(new double[][] {{3, -4, 0}, {1, 0, 0}, {7, 7, 7}}),
              Nd4j.createFromArray(new double[][] {{3, 0, 0}, {4, 2, 0}})),
          List.of(Nd4j.zeros(DataType.DOUBLE, 3), Nd4j.zeros(DataType.DOUBLE, 2)));

  /** By hand: 3·5 + 1·2, 4·5, 0. */
  @Test
  void of_eachInput_sumsItsWeightsTimesWhatLeavesTheUnits() {
    InputInfluence influence = InputInfluence.of(NETWORK);

    assertEquals(
        List.of(17.0, 20.0, 0.0), influence.groups().stream().map(each -> each.value()).toList());
    assertEquals(17.0 / 37, influence.groups().get(0).share(), Tolerance.ROUNDING);
    assertEquals(List.of("input 3"), influence.unused());
    assertEquals(
        "influence of 3 inputs by Σ‖w‖‖v‖ of the first layer, 1 without any\n"
            + "  input 2: 54.1 %, input 1: 45.9 %, input 3: 0.0 %",
        influence.toString());
  }

  /** By hand: the norm of (3, −4) is 5, times 5, and 1·2. */
  @Test
  void of_groups_takesTheNormWithinThem() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    groups.put("pair", List.of(0, 1));
    groups.put("rest", List.of(2));

    InputInfluence influence = InputInfluence.of(NETWORK, groups);

    assertEquals(new InputInfluence.Group("pair", 27, 1), influence.groups().get(0));
    assertEquals(List.of("rest"), influence.unused());
  }

  @Test
  void of_rescaledUnits_isTheSame() {
    Network rescaled = NETWORK.rescaled(0, 8, 0.25, 2);

    assertEquals(InputInfluence.of(NETWORK), InputInfluence.of(rescaled));
  }

  @Test
  void of_firstLayerInNoPair_takesItsNormsAlone() {
    Network single = Architecture.of(Shape.of(2), new Dense(2, 2)).initialize(1, DataType.DOUBLE);
    InputInfluence influence = InputInfluence.of(single);

    assertFalse(influence.paired());
    assertEquals(
        single.weights(0).getColumn(1).norm1Number().doubleValue(),
        influence.groups().get(1).value(),
        Tolerance.ROUNDING);
  }

  @Test
  void of_dataset_namesItsFeatures() {
    Dataset data =
        Dataset.regression(
            "data", Nd4j.zeros(DataType.DOUBLE, 2, 3), Nd4j.zeros(DataType.DOUBLE, 2, 2));
    List<String> names =
        InputInfluence.of(NETWORK, data).groups().stream().map(each -> each.name()).toList();

    assertEquals(data.columnNames().subList(2, 5), names);
    Dataset wider =
        Dataset.regression(
            "data", Nd4j.zeros(DataType.DOUBLE, 2, 4), Nd4j.zeros(DataType.DOUBLE, 2, 2));
    assertThrows(IllegalArgumentException.class, () -> InputInfluence.of(NETWORK, wider));
  }

  @Test
  void of_allWeightsZero_hasNoShares() {
    Network dead =
        new Network(
            NETWORK.architecture(),
            List.of(NETWORK.weights(0).mul(0), NETWORK.weights(1)),
            List.of(NETWORK.bias(0), NETWORK.bias(1)));

    assertEquals(3, InputInfluence.of(dead).unused().size());
    assertEquals(0, InputInfluence.of(dead).groups().get(0).share());
  }

  @Test
  void of_convolutionOrWrongInput_isRefused() {
    Network convolution =
        Architecture.of(
                Shape.of(1, 2, 2), Conv2d.same(1, 2, 3), new Relu(), new Flatten(), new Dense(8, 2))
            .initialize(1);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> InputInfluence.of(convolution));
    assertTrue(e.getMessage().contains("dense first layer, found conv"), e.getMessage());
    Map<String, List<Integer>> wrong = Map.of("all", IntStream.rangeClosed(1, 3).boxed().toList());
    assertEquals(
        "group 'all' must hold inputs 0 to 2, found [1, 2, 3]",
        assertThrows(IllegalArgumentException.class, () -> InputInfluence.of(NETWORK, wrong))
            .getMessage());
  }
}
