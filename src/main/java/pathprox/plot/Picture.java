package pathprox.plot;

/**
 * A drawing, which a notebook shows as it is.
 *
 * @param svg an SVG element with its width and height, in colors that read on white and on black
 * @param text what it shows, in words, for those who do not see it
 */
public record Picture(String svg, String text) {
  public Picture {
    if (!svg.startsWith("<svg ")) {
      String start = svg.substring(0, Math.min(20, svg.length()));
      throw new IllegalArgumentException(
          "a picture must be an <svg …> element, was '" + start + "'");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("a picture must say in words what it shows");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
