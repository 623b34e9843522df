package pathprox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One set of images with its labels, as it stands in the files of MNIST.
 *
 * @param images [n, height, width]
 * @param labels [n]
 */
record MnistFiles(IdxFile images, IdxFile labels) {
  static final Download DOWNLOAD =
      new Download(
          List.of(
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/")),
          Duration.ofSeconds(30));

  private static final List<RemoteFile> ORIGINALS =
      List.of(
          new RemoteFile(
              "train-images-idx3-ubyte",
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              true),
          new RemoteFile(
              "train-labels-idx1-ubyte",
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              true),
          new RemoteFile(
              "t10k-images-idx3-ubyte",
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              true),
          new RemoteFile(
              "t10k-labels-idx1-ubyte",
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
              true));

  static void fetch(Download download, Path folder) {
    ORIGINALS.forEach(file -> download.fetch(file, folder));
  }

  static boolean areIn(Path folder) {
    return ORIGINALS.stream().allMatch(file -> file.isIn(folder));
  }

  static MnistFiles bundled(String set) {
    return new MnistFiles(
        resource(set + "-images-idx3-ubyte.gz", 3), resource(set + "-labels-idx1-ubyte.gz", 1));
  }

  /** Reads the images and labels of one set from a folder, in whichever spelling is there. */
  static MnistFiles in(Path folder, String set) {
    IdxFile images = IdxFile.read(find(folder, set + "-images", "idx3-ubyte"), 3);
    return new MnistFiles(images, IdxFile.read(find(folder, set + "-labels", "idx1-ubyte"), 1));
  }

  private static IdxFile resource(String name, int dimensions) {
    try (InputStream in = MnistFiles.class.getResourceAsStream("mnist/" + name)) {
      return IdxFile.read(in, "bundled " + name, dimensions);
    } catch (IOException e) {
      throw Checks.unreadable("bundled " + name, e);
    }
  }

  private static Path find(Path folder, String stem, String ending) {
    List<String> spellings =
        Stream.of("-" + ending, "." + ending, "-" + ending + ".gz", "." + ending + ".gz")
            .map(stem::concat)
            .toList();
    return spellings.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> missing(folder, spellings));
  }

  private static UncheckedIOException missing(Path folder, List<String> spellings) {
    String message = "folder " + folder + " holds none of " + spellings;
    return new UncheckedIOException(message, new NoSuchFileException(folder.toString()));
  }
}
