package pathprox.notebook;

import java.util.List;
import java.util.function.Supplier;

/** All that the library shows in a notebook, an entry per class of values. */
final class Renderings {
  private Renderings() {}

  /**
   * Lists the entries; each is made on its own, so that one that cannot be made stops no other.
   *
   * @return in no particular order
   */
  static List<Supplier<Rendering<?>>> all() {
    return List.of(
        ChartRendering::chart,
        ChartRendering::figure,
        TableRendering::table,
        NetworkRendering::network,
        NetworkRendering::architecture,
        NetworkRendering::summary,
        UnitRendering::pictures,
        ArrayRendering::array,
        ResultRendering::result,
        ResultRendering::history,
        CertificateRendering::optimality,
        CertificateRendering::guarantees,
        ExperimentRendering::comparison,
        ExperimentRendering::path,
        ExperimentRendering::sparsity,
        ExperimentRendering::refit,
        DataRendering::dataset,
        DataRendering::split);
  }
}
