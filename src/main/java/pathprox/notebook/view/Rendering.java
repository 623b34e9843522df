package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.certificate.Guarantees;
import pathprox.certificate.Optimality;
import pathprox.data.Dataset;
import pathprox.data.Split;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.experiment.ComparisonResult;
import pathprox.experiment.CrossValidationResult;
import pathprox.experiment.PathResult;
import pathprox.experiment.Refit;
import pathprox.experiment.SparsityResult;
import pathprox.features.FeaturePlan;
import pathprox.features.TableEncoder;
import pathprox.metrics.InputInfluence;
import pathprox.metrics.UnitPictures;
import pathprox.model.Model;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.network.Summary;
import pathprox.notebook.help.HelpPage;
import pathprox.plot.Chart;
import pathprox.plot.Picture;
import pathprox.table.HistoryTable;
import pathprox.training.History;
import pathprox.training.TrainingResult;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** How values of a class or interface {@code type} look; {@code toView} does not modify them. */
public record Rendering<T>(Class<T> type, Function<? super T, View> toView) {
  /** A kernel looks up a value's own class, so that Object[] is not each array of objects. */
  private static final List<Class<?>> ARRAYS =
      List.of(
          double[].class,
          float[].class,
          long[].class,
          int[].class,
          short[].class,
          byte[].class,
          char[].class,
          boolean[].class,
          double[][].class,
          float[][].class,
          long[][].class,
          int[][].class,
          boolean[][].class,
          double[][][].class,
          float[][][].class,
          int[][][].class,
          Double[].class,
          Integer[].class,
          Long[].class,
          String[].class,
          String[][].class,
          Object[].class);

  /**
   * {@return all that the library shows; one that cannot be made stops no other} With {@code
   * figuresAsHtml}, figures draw themselves, for viewers that do not know Plotly's type of output.
   */
  public static List<Supplier<Rendering<?>>> all(boolean figuresAsHtml) {
    Function<Chart, View> chart = figuresAsHtml ? HtmlFigures.installed()::view : View::plotly;
    List<Supplier<Rendering<?>>> all = new ArrayList<>(ofObjects(chart));
    ARRAYS.forEach(type -> all.add(() -> array(type)));
    return List.copyOf(all);
  }

  private static List<Supplier<Rendering<?>>> ofObjects(Function<Chart, View> chart) {
    return List.of(
        () -> new Rendering<>(Chart.class, chart),
        () -> new Rendering<>(Figure.class, figure -> chart.apply(Chart.of(figure))),
        () -> new Rendering<>(Table.class, table -> HtmlTable.of(table, true).view()),
        () ->
            new Rendering<>(History.class, all -> HtmlTable.of(HistoryTable.of(all), false).view()),
        () -> new Rendering<>(INDArray.class, ArrayView::of),
        () -> new Rendering<>(Dataset.class, DataView::of),
        () -> new Rendering<>(Split.class, DataView::of),
        () -> new Rendering<>(UnitPictures.class, Images::of),
        () -> new Rendering<>(Picture.class, it -> View.svg(it.svg(), it.text())),
        () -> new Rendering<>(HelpPage.class, page -> View.html(page.html(), page.text())),
        () -> html(Network.class, network -> LibraryView.html(network.summary())),
        () -> html(Architecture.class, layers -> LibraryView.html(layers.summary())),
        () -> html(Summary.class, LibraryView::html),
        () -> html(TrainingResult.class, LibraryView::html),
        () -> html(Model.class, ModelView::html),
        () -> html(FeaturePlan.class, ModelView::html),
        () -> html(TableEncoder.class, ModelView::html),
        () -> html(Optimality.class, LibraryView::html),
        () -> html(Guarantees.class, LibraryView::html),
        () -> html(ComparisonResult.class, it -> LibraryView.html(it, it.table(), it.results())),
        () -> html(PathResult.class, it -> LibraryView.html(it, it.table(), it.results())),
        () -> html(CrossValidationResult.class, it -> LibraryView.html(it, it.table(), List.of())),
        () -> html(SparsityResult.class, it -> LibraryView.html(it, it.table(), it.trials())),
        () -> html(ClassificationReport.class, ReportView::html),
        () -> html(RegressionReport.class, ReportView::html),
        () -> html(InputInfluence.class, ReportView::html),
        () -> html(Refit.class, it -> LibraryView.html(it, it.table(), List.of(it.result()))));
  }

  private static Rendering<?> array(Class<?> type) {
    return new Rendering<>(type, ArrayView::ofJava);
  }

  private static <T> Rendering<T> html(Class<T> type, Function<? super T, String> toHtml) {
    return new Rendering<>(type, value -> View.html(toHtml.apply(value), value.toString()));
  }

  @Override
  public String toString() {
    return "rendering of " + type.getName();
  }
}
