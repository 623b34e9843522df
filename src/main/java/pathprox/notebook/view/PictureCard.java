package pathprox.notebook.view;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pictures below a title and lines of a caption, on a white card, which reads on any page. */
record PictureCard(String title, List<String> lines, Mosaic mosaic) {
  private static final int MARGIN = 14;
  private static final int LINE = 17;
  private static final int LEAST_WIDTH = 500;

  /** The mean widths of letters of 12 and 10 pixels, on the safe side. */
  private static final double LETTER = 6.3;

  private static final double SMALL_LETTER = 5.8;

  PictureCard(String title, List<String> lines, List<Mosaic.Tile> tiles) {
    this(title, lines, Mosaic.of(tiles));
  }

  /** The card as an image of its own, without links, scripts or styles of the page. */
  String svg() {
    int pictures = mosaic.totalWidth() * mosaic.scaleAcross();
    int width = Math.max(LEAST_WIDTH, pictures + 2 * MARGIN);
    int letters = (int) ((width - 2 * MARGIN) / LETTER);
    List<String> heading = wrapped(title, letters).toList();
    Stream<String> rest = lines.stream().flatMap(line -> wrapped(line, letters));
    List<String> caption = Stream.concat(heading.stream(), rest).toList();
    int top = MARGIN + caption.size() * LINE + LINE / 2;
    int height = top + mosaic.totalHeight() * mosaic.scaleDown() + MARGIN;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" \
        viewBox="0 0 %2$s %3$s" font-family="sans-serif" font-size="12" fill="#222222">
        <rect width="%2$s" height="%3$s" rx="8" fill="#FFFFFF"/>
        %s
        <g transform="translate(%s %s)">
        %s
        %s
        </g>
        </svg>
        """
        .formatted(
            escaped(title),
            width,
            height,
            IntStream.range(0, caption.size())
                .mapToObj(i -> captionLine(i, caption.get(i), i < heading.size()))
                .collect(Collectors.joining("\n")),
            MARGIN,
            top,
            image(),
            IntStream.range(0, mosaic.tiles().size())
                .mapToObj(this::frame)
                .collect(Collectors.joining("\n")));
  }

  private static String captionLine(int number, String text, boolean bold) {
    int bottom = MARGIN + number * LINE + LINE / 2;
    return "<text x=\"%s\" y=\"%s\"%s>%s</text>"
        .formatted(MARGIN, bottom, bold ? " font-weight=\"bold\"" : "", escaped(text));
  }

  /** Stretched without smoothing, as a viewer would otherwise blur the pixels. */
  private String image() {
    return "<image width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" style=\"%s\" href=\"%s\"/>"
        .formatted(
            mosaic.totalWidth() * mosaic.scaleAcross(),
            mosaic.totalHeight() * mosaic.scaleDown(),
            "image-rendering:pixelated",
            mosaic.dataUri());
  }

  private String frame(int picture) {
    Mosaic.Tile tile = mosaic.tiles().get(picture);
    int left = mosaic.left(picture) * mosaic.scaleAcross();
    int top = mosaic.top(picture) * mosaic.scaleDown();
    int width = mosaic.width() * mosaic.scaleAcross();
    String frame =
        String.format(
            ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"%s\"/>",
            left - 0.5,
            top - 0.5,
            width + 1,
            mosaic.height() * mosaic.scaleDown() + 1,
            tile.faint() ? "#D4D4D4" : "#9A9A9A");
    return tile.label().isEmpty() ? frame : frame + label(tile, left + width / 2, top);
  }

  private String label(Mosaic.Tile tile, int center, int bottom) {
    double room = mosaic.stepAcross() * mosaic.scaleAcross() / SMALL_LETTER;
    String label = Html.oneLine(tile.label(), (int) Math.max(2, room));
    return "<text x=\"%s\" y=\"%s\" font-size=\"10\" text-anchor=\"middle\"%s>%s</text>"
        .formatted(center, bottom - 4, tile.faint() ? " fill=\"#8A8A8A\"" : "", escaped(label));
  }

  /** Lines of so many letters at most, broken between words where there are any. */
  private static Stream<String> wrapped(String text, int letters) {
    String words = "\\S.{0," + (letters - 1) + "}(?=\\s|$)|\\S{" + letters + "}";
    return Pattern.compile(words)
        .matcher(Html.oneLine(text, 4 * letters))
        .results()
        .map(MatchResult::group);
  }

  private static String escaped(String text) {
    return Html.escaped(Html.oneLine(text, Integer.MAX_VALUE));
  }
}
