package pathprox.plot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HeatmapTrace;

/** What do these rows of pixels, or these weights of the first layer, look like? */
public final class ImageGrid {
  private ImageGrid() {}

  /**
   * Draws grayscale images, the smallest pixel of the table black and the largest white.
   *
   * @param table one image per row, 100 at most: {@code height · width} numeric columns with its
   *     pixels row by row, and perhaps a column {@code label} of any type. Not modified.
   * @param height pixel rows of an image, 1 or more
   * @param width pixels in a row, 1 or more
   * @return a chart with the images side by side in one heat map, their labels above them
   * @throws IllegalArgumentException if there are too many rows, or the columns do not fit
   */
  public static Chart of(Table table, int height, int width) {
    Images images = Images.of(table, height, width);
    double max = images.max() > images.min() ? images.max() : images.min() + 1;
    return chart(
        images,
        "%s of %d × %d pixels".formatted(counted(images, "image"), height, width),
        PlainValues.merge(Style.GRAYSCALE, Map.of("zmin", images.min(), "zmax", max)));
  }

  /**
   * Draws weights of units that look at images, zero white, negative blue and positive orange.
   *
   * @param table one unit per row, 100 at most: {@code height · width} numeric columns with its
   *     weights row by row, and perhaps a column {@code label} of any type. Not modified.
   * @param height pixel rows of an image, 1 or more
   * @param width pixels in a row, 1 or more
   * @return a chart with the units side by side in one heat map, with a color bar
   * @throws IllegalArgumentException if there are too many rows, or the columns do not fit
   */
  public static Chart ofWeights(Table table, int height, int width) {
    Images images = Images.of(table, height, width);
    double largest = Math.max(Math.abs(images.min()), Math.abs(images.max()));
    double end = largest > 0 ? largest : 1;
    return chart(
        images,
        "Weights of %s, %d × %d pixels".formatted(counted(images, "unit"), height, width),
        PlainValues.merge(Style.DIVERGING, Map.of("zmin", -end, "zmax", end)));
  }

  private static Chart chart(Images images, String title, Map<String, Object> colors) {
    Tiling tiling = Tiling.of(images);
    double[][] mosaic = tiling.mosaic(images.rounded());
    HeatmapTrace trace =
        HeatmapTrace.builder(indices(tiling.totalWidth()), indices(tiling.totalHeight()), mosaic)
            .build();
    return Chart.of(new Figure(Layout.builder(title).build(), trace))
        .withTrace(0, colors)
        .withLayout(Style.images(tiling))
        .withLayout(Map.of("annotations", labels(images, tiling), "shapes", frames(tiling)));
  }

  private static String counted(Images images, String noun) {
    return images.count() + " " + noun + (images.count() == 1 ? "" : "s");
  }

  private static Integer[] indices(int count) {
    return IntStream.range(0, count).boxed().toArray(Integer[]::new);
  }

  private static List<Map<String, Object>> labels(Images images, Tiling tiling) {
    return IntStream.range(0, images.labels().size())
        .mapToObj(
            image ->
                Map.of(
                    "text",
                    PlotlyMarkup.literal(images.labels().get(image)),
                    "x",
                    tiling.left(image) + (tiling.width() - 1) / 2.0,
                    "y",
                    tiling.top(image) - 0.5))
        .map(place -> PlainValues.merge(Style.LABEL, place))
        .toList();
  }

  private static List<Map<String, Object>> frames(Tiling tiling) {
    return IntStream.range(0, tiling.count())
        .mapToObj(
            image ->
                Map.of(
                    "x0", tiling.left(image) - 0.5,
                    "x1", tiling.left(image) + tiling.width() - 0.5,
                    "y0", tiling.top(image) - 0.5,
                    "y1", tiling.top(image) + tiling.height() - 0.5))
        .map(place -> PlainValues.merge(Style.FRAME, place))
        .toList();
  }
}
