package pathprox.notebook.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sources of the library, which its jar holds for their comments: not beside the classes, where
 * the compiler of a cell would take them for newer ones.
 */
final class Sources {
  private static final String FOLDER = "META-INF/pathprox-sources";

  private final Map<String, String> byName; // of the class

  private Sources(Map<String, String> byName) {
    this.byName = byName;
  }

  static boolean canRead() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  static Sources ofLibrary() {
    try {
      Path place =
          Path.of(Sources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return in(place.resolve(FOLDER));
      }
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
        return in(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the library's documentation cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sources in(Path folder) throws IOException {
    Map<String, String> byName = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        String name = file.getFileName().toString().replace(".java", "");
        if (Pattern.compile("\\npublic [^\\n]*\\b" + name + "\\b").matcher(text).find()) {
          byName.put(name, text);
        }
      }
    }
    return new Sources(byName);
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** With its package. */
  Optional<String> fullName(String name) {
    return Optional.ofNullable(byName.get(name))
        .map(text -> text.replaceFirst("(?s).*?\\bpackage ([\\w.]+);.*", "$1") + "." + name);
  }

  Optional<Source> named(String name) {
    return Optional.ofNullable(byName.get(name)).map(text -> Source.of(name, text));
  }
}
