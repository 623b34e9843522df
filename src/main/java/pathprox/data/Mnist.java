package pathprox.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

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
  private static final int BUNDLED_PER_CLASS = 100;
  private static final int SIDE = 28;
  private static final int INPUTS = SIDE * SIDE;
  private static final List<String> CLASS_NAMES =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  private Mnist() {}

  /**
   * {@return the first {@code perClass} training images of each class, in the order of the original
   * file, and all 10,000 test images, from the jar}
   *
   * @throws IllegalArgumentException unless {@code perClass} is 1 to 100
   */
  public static Split subset(int perClass) {
    int most = BUNDLED_PER_CLASS;
    String message = "perClass must be 1 to %d, was %d";
    Checks.require(perClass >= 1 && perClass <= most, message, most, perClass);
    Dataset train = dataset("mnist train", MnistFiles.bundled("train-100-per-class"));
    Dataset test = dataset("mnist test", MnistFiles.bundled("t10k"));
    return new Split(train.firstPerClass(perClass), test);
  }

  /**
   * {@return the 60,000 training and 10,000 test images, which are downloaded (11 MB) at the first
   * call and kept (55 MB) for the next}
   *
   * <p>They are kept in {@code mnist} in the folder that the system property {@code pathprox.cache}
   * names, else the environment variable {@code PATHPROX_CACHE}, else in {@code ~/.cache/pathprox}.
   * A kept file that is damaged is downloaded again.
   *
   * @throws java.io.UncheckedIOException if the files cannot be fetched or kept, with the reason
   *     for each mirror and how to place them by hand, or if the thread is interrupted
   */
  public static Split full() {
    return full(MnistFiles.DOWNLOAD, CacheFolder.locate().resolve("mnist"));
  }

  /** {@return whether {@link #full} needs no download, by the lengths of the four files alone} */
  public static boolean isKept() {
    return MnistFiles.areIn(CacheFolder.locate().resolve("mnist"));
  }

  static Split full(Download download, Path folder) {
    MnistFiles.fetch(download, folder);
    return read(folder);
  }

  /**
   * {@return the images, with labels 0 to 9, of the four files of MNIST or of a dataset made like
   * it}
   *
   * @param folder holds {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code
   *     t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, also spelled {@code
   *     images.idx3} and {@code labels.idx1}, plain or with {@code .gz}
   * @throws java.io.UncheckedIOException if a file is missing, damaged or of another format
   * @throws IllegalArgumentException if there are not as many labels as images, images are not
   *     28×28, or a label is above 9
   */
  public static Split read(Path folder) {
    return new Split(
        dataset("mnist train", MnistFiles.in(folder, "train")),
        dataset("mnist test", MnistFiles.in(folder, "t10k")));
  }

  private static Dataset dataset(String name, MnistFiles files) {
    IdxFile images = files.images();
    int height = images.size(1);
    int width = images.size(2);
    String shape = "images of '%s' must be 28×28, were %d×%d";
    Checks.require(height == SIDE && width == SIDE, shape, name, height, width);
    byte[] labels = files.labels().values();
    String count = "'%s' must have a label for each image, has %d images and %d labels";
    Checks.require(images.size(0) == labels.length, count, name, images.size(0), labels.length);
    int[] classes =
        IntStream.range(0, labels.length).map(i -> Byte.toUnsignedInt(labels[i])).toArray();
    return Dataset.ofClasses(
            name,
            SCALE.images(List.of(images.values()), 0, INPUTS),
            classes,
            Schema.ofClasses(INPUTS, CLASS_NAMES))
        .withSampleShape(1, SIDE, SIDE);
  }
}
