package pathprox.notebook;

import pathprox.plot.Chart;
import tech.tablesaw.plotly.components.Figure;

/** Charts of this library, and figures that a user makes with jsplot. */
final class ChartRendering {
  private ChartRendering() {}

  static Rendering<Chart> chart() {
    return Rendering.plotly(Chart.class, chart -> chart);
  }

  static Rendering<Figure> figure() {
    return Rendering.plotly(Figure.class, Chart::of);
  }
}
