package pathprox.table;

import java.util.Comparator;
import java.util.List;
import pathprox.certificate.Optimality;
import pathprox.certificate.Optimality.UnitResidual;
import tech.tablesaw.api.Table;

/** How far the units of a network are from their optimality conditions. */
public final class ResidualTable {
  private ResidualTable() {}

  /**
   * {@return a row for each unit of {@code optimality}, by falling {@code residual}: {@code pair}
   * (from 1, as in summaries), {@code unit} (from 0), {@code active}, {@code residual} and its
   * parts {@code outgoing}, {@code incoming} and {@code bias}, {@code path_norm}; residuals are
   * divided by λ, for λ = 0 they are not, as the name of the table says}
   */
  public static Table of(Optimality optimality) {
    List<UnitResidual> order =
        optimality.units().stream()
            .sorted(Comparator.comparingDouble(UnitResidual::largest).reversed())
            .toList();
    return RecordTable.of("residuals of units, " + optimality.scale(), order)
        .whole("pair", unit -> unit.pair() + 1)
        .whole("unit", UnitResidual::unit)
        .truth("active", UnitResidual::active)
        .number("residual", unit -> optimality.scaled(unit.largest()))
        .number("outgoing", unit -> optimality.scaled(unit.outgoing()))
        .number("incoming", unit -> optimality.scaled(unit.incoming()))
        .number("bias", unit -> optimality.scaled(unit.bias()))
        .number("path_norm", UnitResidual::pathNorm)
        .table();
  }
}
