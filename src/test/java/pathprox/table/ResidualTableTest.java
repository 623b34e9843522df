package pathprox.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pathprox.certificate.Optimality;
import pathprox.certificate.Optimality.UnitResidual;
import tech.tablesaw.api.Table;

class ResidualTableTest {
  private static final List<UnitResidual> UNITS =
      List.of(
          new UnitResidual(0, 0, true, 2.5, 2, 1, 6),
          new UnitResidual(0, 1, false, 0, 1, 0, 0),
          new UnitResidual(1, 0, true, 3, 0, 8, 2));

  @Test
  void of_someUnits_namesTheWorstFirst() {
    Table table = ResidualTable.of(new Optimality(2, UNITS, List.of()));

    assertEquals("residuals of units, relative to λ = 2.0", table.name());
    assertEquals(
        List.of("pair", "unit", "active", "residual", "outgoing", "incoming", "bias", "path_norm"),
        table.columnNames());
    assertEquals(List.of(2, 1, 1), table.intColumn("pair").asList());
    assertEquals(List.of(0, 0, 1), table.intColumn("unit").asList());
    assertEquals(List.of(true, true, false), table.booleanColumn("active").asList());
    assertEquals(List.of(4.0, 3.0, 0.5), table.doubleColumn("residual").asList());
    assertEquals(List.of(0.0, 1.0, 0.5), table.doubleColumn("outgoing").asList());
    assertEquals(List.of(4.0, 0.5, 0.0), table.doubleColumn("incoming").asList());
    assertEquals(List.of(1.0, 3.0, 0.0), table.doubleColumn("bias").asList());
    assertEquals(2.5, table.doubleColumn("path_norm").get(1));
  }

  @Test
  void of_lambdaZero_saysThatResidualsAreAbsolute() {
    Table table = ResidualTable.of(new Optimality(0, UNITS, List.of()));

    assertEquals("residuals of units, absolute, as λ = 0", table.name());
    assertEquals(List.of(8.0, 6.0, 1.0), table.doubleColumn("residual").asList());
  }
}
