package pathprox.notebook.help;

/**
 * A page of documentation, which a notebook shows rendered.
 *
 * @param html the page
 * @param text the same as plain text
 */
public record HelpPage(String html, String text) {
  static HelpPage of(String html) {
    // JupyterLab sets the text of a table to the right.
    String left = html.replaceAll("<(t[dh])>", "<$1 style=\"text-align:left\">");
    return new HelpPage(left, plain(html));
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
