package pathprox.notebook.help;

/**
 * A page of documentation, which a notebook shows rendered.
 *
 * @param html the page
 * @param text the same as plain text
 */
public record HelpPage(String html, String text) {
  static HelpPage of(String html) {
    return new HelpPage(html, plain(html));
  }

  private static String plain(String html) {
    return html.replaceAll("\\s+", " ")
        .replaceAll("(?i)</(p|tr|h4|ul|pre)>|<br>", "\n")
        .replaceAll("(?i)<li>", "\n- ")
        .replaceAll("(?i)</t[dh]>\\s*(?=<t[dh])", "  ")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("[ \t]*\n\\s*", "\n")
        .strip();
  }

  @Override
  public String toString() {
    return text;
  }
}
