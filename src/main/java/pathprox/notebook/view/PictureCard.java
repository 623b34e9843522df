package pathprox.notebook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pictures below a title and lines of a caption, on a white card, which reads on any page. */
record PictureCard(String title, List<String> lines, List<Mosaic.Tile> tiles) {
  private static final int MARGIN = 14;
  private static final int LINE = 17;
  private static final int LEAST_WIDTH = 500;
  private static final double LETTER = 6.3; // on the safe side

  /** The card as an image of its own, without links, scripts or styles of the page. */
  String svg() {
    Mosaic pictures = new Mosaic(tiles);
    int width = Math.max(LEAST_WIDTH, pictures.screenWidth() + 2 * MARGIN);
    int letters = (int) ((width - 2 * MARGIN) / LETTER);
    List<String> caption = new ArrayList<>(wrapped(title, letters));
    int bold = caption.size();
    lines.forEach(line -> caption.addAll(wrapped(line, letters)));
    int top = MARGIN + caption.size() * LINE + LINE / 2;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%s" height="%s" \
        viewBox="0 0 %2$s %3$s" font-family="sans-serif" font-size="12" fill="#222222">
        <rect width="%2$s" height="%3$s" rx="8" fill="#FFFFFF"/>
        %s
        <g transform="translate(%s %s)">
        %s
        </g>
        </svg>
        """
        .formatted(
            escaped(title),
            width,
            top + pictures.screenHeight() + MARGIN,
            Html.lines(caption.size(), i -> captionLine(i, caption.get(i), i < bold)),
            MARGIN,
            top,
            pictures.svg());
  }

  private static String captionLine(int number, String text, boolean bold) {
    int bottom = MARGIN + number * LINE + LINE / 2;
    return "<text x=\"%s\" y=\"%s\"%s>%s</text>"
        .formatted(MARGIN, bottom, bold ? " font-weight=\"bold\"" : "", escaped(text));
  }

  /** Broken between words where there are any. */
  private static List<String> wrapped(String text, int letters) {
    String words = "\\S.{0," + (letters - 1) + "}(?=\\s|$)|\\S{" + letters + "}";
    return Pattern.compile(words)
        .matcher(Html.oneLine(text, 4 * letters))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static String escaped(String text) {
    return Html.escaped(Html.oneLine(text, Integer.MAX_VALUE));
  }
}
