package pathprox.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pathprox.io.BadFile;

/**
 * CIFAR-10: 50,000 training and 10,000 test photographs of ten kinds of things, 32×32 pixels in
 * red, green and blue; they take 740 MB outside the Java heap, and for a moment 220 MB on it.
 *
 * <p>A pixel x from 0 to 255 becomes (x/255 − mean)/deviation, as float32, with the means 0.4914,
 * 0.4822, 0.4465 and deviations 0.2470, 0.2435, 0.2616 of the three colors over the training set.
 * Source: A. Krizhevsky, "Learning multiple layers of features from tiny images", 2009, the binary
 * version at https://www.cs.toronto.edu/~kriz/cifar.html.
 */
public final class Cifar10 {
  static final Download DOWNLOAD =
      new Download(
          List.of(URI.create("https://www.cs.toronto.edu/~kriz/")), Duration.ofSeconds(30));

  static final RemoteFile ARCHIVE =
      new RemoteFile(
          "cifar-10-binary.tar.gz",
          170_052_171,
          "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
          false);

  private static final List<String> FILES =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> i < 6 ? "data_batch_%s.bin".formatted(i) : "test_batch.bin")
          .toList();
  private static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  private static final PixelScale SCALE =
      new PixelScale(new double[] {0.4914, 0.4822, 0.4465}, new double[] {0.2470, 0.2435, 0.2616});
  private static final int SIDE = 32;
  private static final int PLANE = SIDE * SIDE;

  /** One byte for the class, then the red, the green and the blue pixels row by row. */
  private static final int RECORD = 1 + 3 * PLANE;

  private static final int MOST_BYTES = 50_000 * RECORD;

  /** Of the archive; that of the authors has 184 MB. */
  private static final long MOST_UNPACKED = 1 << 28;

  private Cifar10() {}

  /**
   * {@return the 50,000 training and 10,000 test images, which are downloaded (170 MB) at the first
   * call; the archive is kept in {@code cifar-10} where {@link Mnist#full} has {@code mnist}}
   *
   * @throws UncheckedIOException if it cannot be fetched or kept, with the reason and how to place
   *     it by hand, or if the thread is interrupted
   */
  public static Split full() {
    return full(DOWNLOAD, ARCHIVE, Download.folder("cifar-10"));
  }

  /** {@return whether {@link #full} needs no download, by the length of the archive alone} */
  public static boolean isKept() {
    return ARCHIVE.isIn(Download.folder("cifar-10"));
  }

  static Split full(Download download, RemoteFile archive, Path folder) {
    return read(download.fetch(archive, folder));
  }

  /**
   * {@return the images of {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code
   * test_batch.bin} in {@code place}, a folder or a {@code .tar.gz}, in this order} A file has
   * records of 3,073 bytes: the class from 0 to 9, then 1,024 red, 1,024 green, 1,024 blue pixels.
   *
   * @throws UncheckedIOException if a file is missing, damaged or of another format, or if a class
   *     is above 9
   */
  public static Split read(Path place) {
    List<byte[]> files;
    if (Files.isDirectory(place)) {
      files = FILES.stream().map(name -> inFolder(place.resolve(name))).toList();
    } else {
      Map<String, byte[]> all = TarGz.read(place, FILES, MOST_UNPACKED);
      files = FILES.stream().map(name -> inArchive(place, name, all.get(name))).toList();
    }
    return new Split(
        dataset("cifar-10 train", files.subList(0, 5)),
        dataset("cifar-10 test", files.subList(5, 6)));
  }

  /** {@return as {@link #read(Path)} the images in {@code place}, a folder or an archive} */
  public static Split read(String place) {
    return read(Path.of(place));
  }

  /**
   * {@return the change of training images that is usual for CIFAR-10, for {@code
   * TrainingOptions.withAugmentation}: a window of 32×32 pixels out of the image with a black
   * border of 4, mirrored half the time}
   */
  public static CropAndFlip cropAndFlip() {
    return new CropAndFlip(SIDE, SIDE, 4, SCALE.black());
  }

  private static byte[] inFolder(Path file) {
    try {
      requireRecords(Files.size(file));
      return requireClasses(Files.readAllBytes(file));
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  private static byte[] inArchive(Path archive, String name, byte[] bytes) {
    try {
      BadFile.unless(bytes != null, "expected a file of this name, found none");
      requireRecords(bytes.length);
      return requireClasses(bytes);
    } catch (IOException e) {
      throw BadFile.unreadable(name + " in " + archive, e);
    }
  }

  private static void requireRecords(long bytes) throws IOException {
    boolean fits = bytes > 0 && bytes % RECORD == 0 && bytes <= MOST_BYTES;
    String message = "expected 1 to %s records of %s bytes, found %s bytes";
    BadFile.unless(fits, message, MOST_BYTES / RECORD, RECORD, bytes);
  }

  private static byte[] requireClasses(byte[] records) throws IOException {
    String message = "expected a class from 0 to 9 in record %s, found %s";
    for (int i = 0; i < records.length / RECORD; i++) {
      int found = Byte.toUnsignedInt(records[i * RECORD]);
      BadFile.unless(found < CLASS_NAMES.size(), message, i + 1, found);
    }
    return records;
  }

  private static Dataset dataset(String name, List<byte[]> files) {
    int[] classes =
        files.stream()
            .flatMapToInt(
                file -> IntStream.range(0, file.length / RECORD).map(i -> file[i * RECORD]))
            .toArray();
    return Dataset.ofImages(name, SCALE.images(files, 1, PLANE), classes, CLASS_NAMES, SIDE);
  }
}
