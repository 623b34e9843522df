package pathprox.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Cifar10;
import pathprox.data.Dataset;
import pathprox.data.DatasetFile;
import pathprox.data.Digits;
import pathprox.data.Mnist;
import pathprox.data.Samples;
import pathprox.data.Split;
import pathprox.io.Checkpoint;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;

/** The formats that the library reads. A new one is one class here and one entry in the list. */
final class Formats {
  // CSV is to follow here: read by Dataset.fromCsv.
  static final List<Format> ALL =
      List.of(
          new Idx(false, false),
          new Idx(true, false),
          new Idx(true, true),
          new Cifar(),
          new CifarArchive(false),
          new CifarArchive(true),
          new Safetensors(),
          new SafetensorsJson(),
          new DatasetJson(),
          new ModelText("plan"),
          new ModelText("origin"));

  private Formats() {}

  private static byte[] random(int variant, int length) {
    byte[] bytes = new byte[length];
    new Random(variant).nextBytes(bytes);
    return bytes;
  }

  private static List<Object> values(Split split) {
    return List.of(
        split.train().features(),
        split.train().targets(),
        split.test().features(),
        split.test().targets());
  }

  /**
   * Images of MNIST or their labels, plain, packed and then changed, or changed and then packed.
   */
  private record Idx(boolean isPacked, boolean isChangedInside) implements Format {
    @Override
    public String name() {
      return isChangedInside ? "IDX in gzip" : isPacked ? "IDX.gz" : "IDX";
    }

    private static byte[] images(int variant) {
      return Samples.idx(new int[] {0x0803, 1, 28, 28}, random(variant, 28 * 28));
    }

    private static byte[] labels() {
      return Samples.idx(new int[] {0x0801, 1}, new byte[] {7});
    }

    @Override
    public byte[] valid(int variant) {
      return hasChecksum() ? Samples.gzip(images(variant)) : images(variant);
    }

    @Override
    public byte[] file(byte[] changed) {
      return isChangedInside ? Samples.gzip(changed) : changed;
    }

    @Override
    public boolean hasChecksum() {
      return isPacked && !isChangedInside;
    }

    @Override
    public Path prepare(Path folder) throws IOException {
      Files.write(folder.resolve("train-labels-idx1-ubyte"), labels());
      Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels());
      Files.write(folder.resolve("t10k-images-idx3-ubyte"), images(0));
      return folder.resolve("train-images-idx3-ubyte" + (isPacked ? ".gz" : ""));
    }

    @Override
    public List<Object> read(Path file) {
      return values(Mnist.read(file.getParent()));
    }
  }

  private static byte[] record(int variant) {
    byte[] record = random(variant, 3073);
    record[0] = (byte) (variant % 10);
    return record;
  }

  private static final List<String> CIFAR_FILES =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> i < 6 ? "data_batch_" + i + ".bin" : "test_batch.bin")
          .toList();

  /** One of the six files in a folder. */
  private record Cifar() implements Format {
    @Override
    public String name() {
      return "CIFAR-10";
    }

    @Override
    public byte[] valid(int variant) {
      return record(variant);
    }

    @Override
    public Path prepare(Path folder) throws IOException {
      for (String name : CIFAR_FILES) {
        Files.write(folder.resolve(name), record(name.length()));
      }
      return folder.resolve(CIFAR_FILES.get(2));
    }

    @Override
    public List<Object> read(Path file) {
      return values(Cifar10.read(file.getParent()));
    }
  }

  /**
   * The archive, packed and then changed, or changed, with right sums in its headers, and packed.
   */
  private record CifarArchive(boolean isChangedInside) implements Format {
    private static final int MEMBER = 512 + 7 * 512;

    @Override
    public String name() {
      return isChangedInside ? "tar in gzip" : "tar.gz";
    }

    @Override
    public byte[] valid(int variant) throws IOException {
      ByteArrayOutputStream tar = new ByteArrayOutputStream();
      for (String name : CIFAR_FILES) {
        tar.write(Samples.member("cifar/" + name, record(variant + name.length())));
      }
      tar.write(new byte[1024]);
      return isChangedInside ? tar.toByteArray() : Samples.gzip(tar.toByteArray());
    }

    @Override
    public byte[] file(byte[] changed) {
      if (!isChangedInside) {
        return changed;
      }
      byte[] tar = changed.clone();
      for (int i = 0; i < CIFAR_FILES.size() && i * MEMBER + 512 <= tar.length; i++) {
        Samples.sum(tar, i * MEMBER);
      }
      return Samples.gzip(tar);
    }

    @Override
    public boolean hasChecksum() {
      return !isChangedInside;
    }

    @Override
    public Path prepare(Path folder) {
      return folder.resolve("cifar.tar.gz");
    }

    @Override
    public List<Object> read(Path file) {
      return values(Cifar10.read(file));
    }
  }

  private static byte[] saved(int variant) throws IOException {
    Architecture architecture =
        variant % 2 == 0
            ? Architecture.mlp(3, 4, 2)
            : Architecture.of(
                Shape.of(1, 4, 4),
                Conv2d.same(1, 2, 3),
                new Relu(),
                new AvgPool2d(2),
                new Flatten(),
                new Dense(8, 2));
    Path file = Files.createTempFile("network", ".safetensors");
    try {
      Map<String, String> texts = Map.of("features", "{\"names\": [\"a\", \"ä\"]}");
      Checkpoint.save(architecture.initialize(variant), texts, file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<Object> network(Path file) {
    Checkpoint.Content content = Checkpoint.content(file);
    Network network = content.network();
    return List.of(network.architecture(), network.weights(0), network.bias(0), content.texts());
  }

  private record Safetensors() implements Format {
    @Override
    public String name() {
      return "safetensors";
    }

    @Override
    public byte[] valid(int variant) throws IOException {
      return saved(variant);
    }

    @Override
    public Path prepare(Path folder) {
      return folder.resolve("network.safetensors");
    }

    @Override
    public List<Object> read(Path file) {
      return network(file);
    }
  }

  /** The header alone is changed, its length right. */
  private record SafetensorsJson() implements Format {
    @Override
    public String name() {
      return "safetensors JSON";
    }

    @Override
    public byte[] valid(int variant) throws IOException {
      byte[] file = saved(variant);
      int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
      return Arrays.copyOfRange(file, Long.BYTES, Long.BYTES + length);
    }

    @Override
    public byte[] file(byte[] changed) {
      String header = new String(changed, StandardCharsets.ISO_8859_1);
      int numbers = header.contains("conv2d") ? 4 * (18 + 2 + 16 + 2) : 4 * (12 + 4 + 8 + 2);
      return withHeader(changed, numbers);
    }

    @Override
    public Path prepare(Path folder) {
      return folder.resolve("network.safetensors");
    }

    @Override
    public List<Object> read(Path file) {
      return network(file);
    }
  }

  /** A safetensors file with a header of the right length, and so many bytes of zeros. */
  private static byte[] withHeader(byte[] header, int numbers) {
    return ByteBuffer.allocate(Long.BYTES + header.length + numbers)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  /** The header of a dataset alone is changed, its length right. */
  private record DatasetJson() implements Format {
    private static final int NUMBERS = 4 * (2 * 4 + 2); // of two digits with four pixels

    @Override
    public String name() {
      return "dataset JSON";
    }

    @Override
    public byte[] valid(int variant) throws IOException {
      Path file = Files.createTempFile("dataset", ".safetensors");
      try {
        Dataset digits = Digits.load().rows(variant % 100, 7);
        INDArray pixels = digits.features().getColumns(20, 21, 28, 29);
        Dataset few =
            variant % 2 == 0
                ? Dataset.classification("some", pixels, digits.classes(), digits.classNames())
                : Dataset.regression("some", pixels, digits.targets()).withSampleShape(1, 2, 2);
        DatasetFile.save(few, file);
        byte[] bytes = Files.readAllBytes(file);
        return Arrays.copyOfRange(bytes, Long.BYTES, bytes.length - NUMBERS);
      } finally {
        Files.delete(file);
      }
    }

    @Override
    public byte[] file(byte[] changed) {
      return withHeader(changed, NUMBERS);
    }

    @Override
    public Path prepare(Path folder) {
      return folder.resolve("dataset.safetensors");
    }

    @Override
    public List<Object> read(Path file) {
      Dataset data = DatasetFile.load(file);
      return List.of(data.toString(), data.columnNames(), data.features(), data.targets());
    }
  }
}
