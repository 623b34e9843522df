package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.io.BadFile;

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits, 28×28 gray pixels.
 *
 * <p>A pixel x from 0 to 255 becomes (x/255 − 0.1307)/0.3081, with the mean and deviation of the
 * training pixels, as float32. Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of
 * handwritten digits"; {@code pathprox/data/README.md} in the jar tells what is bundled.
 */
public final class Mnist {
  private static final PixelScale SCALE =
      new PixelScale(new double[] {0.1307}, new double[] {0.3081});
  private static final int MOST_PER_CLASS = 100;
  private static final int SIDE = 28;

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

  private Mnist() {}

  /**
   * {@return the first {@code perClass} training images of each class, 1 to 100, in the order of
   * the original file, and all 10,000 test images, from the jar}
   */
  public static Split subset(int perClass) {
    boolean fits = perClass >= 1 && perClass <= MOST_PER_CLASS;
    require(fits, "perClass must be 1 to %d, was %d", MOST_PER_CLASS, perClass);
    Dataset train = bundled("mnist train", "train-100-per-class");
    return new Split(train.firstPerClass(perClass), bundled("mnist test", "t10k"));
  }

  /**
   * {@return the 60,000 training and 10,000 test images, which are downloaded (11 MB) at the first
   * call} They are kept (55 MB) in {@code mnist} in the folder that the system property {@code
   * pathprox.cache} names, else the environment variable {@code PATHPROX_CACHE}, else in {@code
   * ~/.cache/pathprox}. A damaged file is downloaded again, and a download that broke off goes on
   * from there.
   *
   * @throws UncheckedIOException if that fails, with the reason for each mirror and how to place
   *     them by hand, or if the thread is interrupted
   */
  public static Split full() {
    return full(DOWNLOAD, Download.folder("mnist"));
  }

  /** {@return whether {@link #full} needs no download, by the lengths of the four files alone} */
  public static boolean isKept() {
    return isKept(Download.folder("mnist"));
  }

  static boolean isKept(Path folder) {
    return ORIGINALS.stream().allMatch(file -> file.isIn(folder));
  }

  static Split full(Download download, Path folder) {
    ORIGINALS.forEach(file -> download.fetch(file, folder));
    return read(folder);
  }

  /**
   * {@return the images, with labels 0 to 9, of the four files of MNIST, or of a dataset made like
   * it, in {@code folder}} They are {@code train-images-idx3-ubyte}, {@code
   * train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte},
   * also spelled {@code images.idx3} and {@code labels.idx1}, plain or with {@code .gz}.
   *
   * @throws UncheckedIOException if a file is missing, damaged or of another format, if there are
   *     not as many labels as images, images are not 28×28, or a label is above 9
   */
  public static Split read(Path folder) {
    return new Split(
        inFolder("mnist train", folder, "train"), inFolder("mnist test", folder, "t10k"));
  }

  /** {@return as {@link #read(Path)} the images in {@code folder}} */
  public static Split read(String folder) {
    return read(Path.of(folder));
  }

  private static Dataset inFolder(String name, Path folder, String set) {
    IdxFile images = IdxFile.read(find(folder, set + "-images", "idx3-ubyte"), 3);
    return dataset(name, images, IdxFile.read(find(folder, set + "-labels", "idx1-ubyte"), 1));
  }

  private static Path find(Path folder, String stem, String ending) {
    String other = stem + "." + ending;
    String usual = stem + "-" + ending;
    List<String> spellings = List.of(usual, other, usual + ".gz", other + ".gz");
    return spellings.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new UncheckedIOException(
                    "folder " + folder + " holds none of " + spellings,
                    new NoSuchFileException(folder.toString())));
  }

  private static Dataset bundled(String name, String set) {
    IdxFile images = resource(set + "-images-idx3-ubyte.gz", 3);
    return dataset(name, images, resource(set + "-labels-idx1-ubyte.gz", 1));
  }

  private static IdxFile resource(String name, int dimensions) {
    try (InputStream in = Mnist.class.getResourceAsStream("mnist/" + name)) {
      return IdxFile.read(in, "bundled " + name, dimensions);
    } catch (IOException e) {
      throw BadFile.unreadable("bundled " + name, e);
    }
  }

  private static Dataset dataset(String name, IdxFile images, IdxFile labels) {
    int[] shape = images.shape();
    boolean fits = shape[1] == SIDE && shape[2] == SIDE;
    images.require(fits, "expected images of 28×28 pixels, found %d×%d", shape[1], shape[2]);
    byte[] bytes = labels.values();
    String count = "expected %d labels, one for each image in %s, found %d";
    boolean isOneEach = shape[0] == bytes.length;
    labels.require(isOneEach, count, shape[0], images.where(), bytes.length);
    int[] classes = new int[bytes.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = Byte.toUnsignedInt(bytes[i]);
      boolean isDigit = classes[i] < Digits.CLASS_NAMES.size();
      labels.require(
          isDigit, "expected labels from 0 to 9, found %d as label %d", classes[i], i + 1);
    }
    INDArray pixels = SCALE.images(List.of(images.values()), 0, SIDE * SIDE);
    return Dataset.ofImages(name, pixels, classes, Digits.CLASS_NAMES, SIDE);
  }
}
