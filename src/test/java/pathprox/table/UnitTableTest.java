package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.Architecture;
import pathprox.network.Network;
import tech.tablesaw.api.Table;

class UnitTableTest {
  private static final Network NETWORK =
      new Network(
          Architecture.mlp(2, 3, 1),
          List.of(
              Nd4j.createFromArray(new double[][] {{1, 0}, {3, 4}, {0, 2}}),
              Nd4j.createFromArray(new double[][] {{2, 1, 0}})),
          List.of(Nd4j.zeros(DataType.DOUBLE, 3), Nd4j.zeros(DataType.DOUBLE, 1)));

  @Test
  void of_anyPair_listsTheStrongestUnitFirst() {
    Table table = UnitTable.of(NETWORK, 0);

    assertArrayEquals(new int[] {1, 0, 2}, table.intColumn("unit").asIntArray());
    assertArrayEquals(new double[] {5, 2, 0}, table.doubleColumn("path_norm").asDoubleArray());
    assertArrayEquals(new double[] {5, 1, 2}, table.doubleColumn("w_norm").asDoubleArray());
    assertArrayEquals(new double[] {1, 2, 0}, table.doubleColumn("v_norm").asDoubleArray());
  }
}
