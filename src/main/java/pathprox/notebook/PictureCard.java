package pathprox.notebook;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures with a caption on a white card, which reads on any page.
 *
 * @param title the first line of the caption
 * @param lines the others
 * @param tiles one or more pictures, all of one size
 */
record PictureCard(String title, List<String> lines, List<Tile> tiles) {
  private static final int MARGIN = 14;
  private static final int LINE = 17;
  private static final int LEAST_WIDTH = 500;

  /** The mean widths of letters of 12 and 10 pixels, on the safe side. */
  private static final double LETTER = 6.3;

  private static final double SMALL_LETTER = 5.8;

  PictureCard {
    lines = List.copyOf(lines);
    tiles = List.copyOf(tiles);
  }

  /** The card as an image of its own, without links, scripts or styles of the page. */
  String svg() {
    Pixels first = tiles.get(0).pixels();
    boolean labeled = tiles.stream().anyMatch(tile -> !tile.label().isEmpty());
    Grid grid = new Grid(tiles.size(), first.height(), first.width(), labeled);
    int width = Math.max(LEAST_WIDTH, grid.totalWidth() * grid.scaleAcross() + 2 * MARGIN);
    int letters = (int) ((width - 2 * MARGIN) / LETTER);
    List<String> heading = wrapped(title, letters).toList();
    List<String> caption =
        Stream.concat(heading.stream(), lines.stream().flatMap(line -> wrapped(line, letters)))
            .toList();
    int top = MARGIN + caption.size() * LINE + LINE / 2;
    int height = top + grid.totalHeight() * grid.scaleDown() + MARGIN;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%d" height="%d" \
        viewBox="0 0 %2$d %3$d" font-family="sans-serif" font-size="12" fill="#222222">
        <rect width="%2$d" height="%3$d" rx="8" fill="#FFFFFF"/>
        %s
        <g transform="translate(%d %d)">
        %s
        %s
        </g>
        </svg>
        """
        .formatted(
            escaped(title),
            width,
            height,
            caption(caption, heading.size()),
            MARGIN,
            top,
            image(grid),
            IntStream.range(0, tiles.size())
                .mapToObj(i -> frame(grid, i))
                .collect(Collectors.joining("\n")));
  }

  /** The caption as text. */
  String text() {
    return String.join("\n", Stream.concat(Stream.of(title), lines.stream()).toList());
  }

  private static String caption(List<String> lines, int bold) {
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                "<text x=\"%d\" y=\"%d\"%s>%s</text>"
                    .formatted(
                        MARGIN,
                        MARGIN + i * LINE + LINE / 2,
                        i < bold ? " font-weight=\"bold\"" : "",
                        escaped(lines.get(i))))
        .collect(Collectors.joining("\n"));
  }

  /** Stretched without smoothing, as a viewer would otherwise blur the pixels. */
  private String image(Grid grid) {
    return "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" style=\"%s\" href=\"%s\"/>"
        .formatted(
            grid.totalWidth() * grid.scaleAcross(),
            grid.totalHeight() * grid.scaleDown(),
            "image-rendering:pixelated",
            Mosaic.dataUri(tiles, grid));
  }

  private String frame(Grid grid, int i) {
    Tile tile = tiles.get(i);
    int left = grid.left(i) * grid.scaleAcross();
    int top = grid.top(i) * grid.scaleDown();
    int width = grid.width() * grid.scaleAcross();
    String frame =
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"%s\"/>",
            left - 0.5,
            top - 0.5,
            width + 1,
            grid.height() * grid.scaleDown() + 1,
            tile.faint() ? "#D4D4D4" : "#9A9A9A");
    return tile.label().isEmpty()
        ? frame
        : frame + label(tile, left + width / 2, top, grid.stepAcross() * grid.scaleAcross());
  }

  private static String label(Tile tile, int center, int bottom, int width) {
    String text = tile.label();
    int letters = Math.max(2, (int) (width / SMALL_LETTER));
    String label = text.length() > letters ? text.substring(0, letters - 1) + "…" : text;
    return "<text x=\"%d\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\"%s>%s</text>"
        .formatted(center, bottom - 4, tile.faint() ? " fill=\"#8A8A8A\"" : "", escaped(label));
  }

  /** Lines of so many letters at most, broken between words where there are any. */
  private static Stream<String> wrapped(String text, int letters) {
    return Pattern.compile("\\S.{0,%d}(?=\\s|$)|\\S{%d}".formatted(letters - 1, letters))
        .matcher(HtmlTable.oneLine(text, 4 * letters))
        .results()
        .map(MatchResult::group);
  }

  private static String escaped(String text) {
    return HtmlTable.escaped(HtmlTable.oneLine(text, Integer.MAX_VALUE));
  }
}
