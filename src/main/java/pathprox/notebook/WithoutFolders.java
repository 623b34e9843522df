package pathprox.notebook;

import java.util.regex.Pattern;

/** Shortens absolute paths in messages to the file's name: folders tell who somebody is. */
final class WithoutFolders {
  private static final String NAME = "[^\\s/\\\\:;,()'\"]+";
  private static final Pattern PATH =
      Pattern.compile(
          "(?:(?<![\\w.:/~])(?:[A-Za-z]:)?|(?<=file:))[/\\\\](?:%1$s[/\\\\])*(%1$s)"
              .formatted(NAME));

  private WithoutFolders() {}

  static String text(String message) {
    String shorter = message;
    // First, as the names of these two may have spaces.
    for (String name : new String[] {"user.dir", "user.home"}) {
      String folder = System.getProperty(name, "");
      if (folder.length() > 1) {
        shorter = shorter.replace(folder, "/home");
      }
    }
    return PATH.matcher(shorter).replaceAll("…/$1");
  }
}
