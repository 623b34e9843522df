package pathprox.io;

import static pathprox.matrix.Arguments.require;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.io.SafetensorsHeader.Tensor;
import pathprox.logging.LoggingStart;

/**
 * Named arrays of finite numbers in a file: the length of the header in 8 bytes, little-endian, the
 * header, which says in JSON where each array lies, and the numbers, little-endian as in the memory
 * of all platforms that ND4J has (github.com/huggingface/safetensors, README, "Format").
 */
public final class SafetensorsFile implements Closeable {
  static {
    LoggingStart.quietly();
  }

  private static final int BLOCK = 1 << 16;
  private static final int PIECE = 1 << 30;
  private static final int MOST_BYTES = Integer.MAX_VALUE - Long.BYTES; // of a Java array

  private final InputStream in;
  private final SafetensorsHeader header;
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  private SafetensorsFile(InputStream in, SafetensorsHeader header) {
    this.in = in;
    this.header = header;
  }

  /**
   * What makes a value of what a file holds.
   *
   * @param <T> the type of the value
   */
  public interface Reader<T> {
    /**
     * {@return the value of {@code content}, of which no array may be kept}
     *
     * @throws IOException if it holds no such value
     */
    T read(SafetensorsFile content) throws IOException;
  }

  /**
   * {@return the number of bytes of {@code file}, as which {@code texts} and {@code arrays}, FLOAT
   * or DOUBLE in 'c' order, are written, whole or not at all}
   *
   * @throws IllegalArgumentException if there is NaN or an infinity, or too much text
   * @throws IOException as {@link WholeFile#write}
   */
  public static long write(Path file, Map<String, String> texts, Map<String, INDArray> arrays)
      throws IOException {
    requireFinite(arrays);
    Plan plan = Plan.of(texts, arrays);
    plan.begin(file).finish();
    return plan.bytes();
  }

  /** As {@link #write}, to be finished; NaN and infinities are taken. */
  static WholeFile begin(Path file, Map<String, String> texts, Map<String, INDArray> arrays)
      throws IOException {
    return Plan.of(texts, arrays).begin(file);
  }

  /**
   * {@return the bytes of a file of {@code texts} and {@code arrays}, as {@link #write} makes it}
   *
   * @throws IllegalArgumentException also if it has 2³¹ bytes or more
   */
  public static byte[] bytes(Map<String, String> texts, Map<String, INDArray> arrays) {
    requireFinite(arrays);
    Plan plan = Plan.of(texts, arrays);
    String most = "in one piece there may be %s MB, found %s MB";
    require(plan.bytes() <= MOST_BYTES, most, MOST_BYTES >> 20, plan.bytes() >> 20);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) plan.bytes());
    try {
      plan.writeTo(Channels.newChannel(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void requireFinite(Map<String, INDArray> arrays) {
    arrays.forEach(
        (name, array) -> {
          NumberType type = NumberType.of(array.dataType());
          boolean areFinite = memory(array).stream().allMatch(type::areFinite);
          require(areFinite, "'%s' holds NaN or an infinity", name);
        });
  }

  /** A file before it is written. */
  private record Plan(byte[] header, Map<String, Tensor> tensors, Map<String, INDArray> arrays) {
    static Plan of(Map<String, String> texts, Map<String, INDArray> arrays) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      long end = 0;
      for (String name : arrays.keySet()) {
        INDArray array = arrays.get(name);
        NumberType type = NumberType.of(array.dataType());
        long from = end;
        end += array.length() * type.width();
        tensors.put(
            name, new Tensor(type, Arrays.stream(array.shape()).boxed().toList(), from, end));
      }
      return new Plan(new SafetensorsHeader(texts, tensors).toBytes(), tensors, arrays);
    }

    long bytes() {
      return Long.BYTES + header.length + tensors.values().stream().mapToLong(Tensor::bytes).sum();
    }

    /** A channel takes memory as it is, without a copy, but closes when its thread is told to. */
    WholeFile begin(Path file) throws IOException {
      return WholeFile.begin(file, out -> Waiting.uninterrupted(() -> writeTo(out.getChannel())));
    }

    void writeTo(WritableByteChannel out) throws IOException {
      ByteBuffer start = littleEndian(new byte[Long.BYTES + header.length]);
      write(start.putLong(header.length).put(header).flip(), out);
      for (INDArray array : arrays.values()) {
        for (ByteBuffer piece : memory(array)) {
          write(piece, out);
        }
      }
    }

    private static void write(ByteBuffer bytes, WritableByteChannel out) throws IOException {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return littleEndian(bytes, bytes.length);
  }

  private static ByteBuffer littleEndian(byte[] bytes, int length) {
    return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** {@return the memory of an array in 'c' order, live, in pieces of up to 1 GB} */
  static List<ByteBuffer> memory(INDArray array) {
    List<ByteBuffer> pieces = new ArrayList<>();
    long bytes = array.length() * NumberType.of(array.dataType()).width();
    for (long at = 0; at < bytes; at += PIECE) {
      long end = Math.min(bytes, at + PIECE);
      BytePointer pointer = new BytePointer(array.data().addressPointer());
      pieces.add(pointer.limit(end).position(at).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN));
    }
    return pieces;
  }

  /**
   * {@return what {@code reader} makes of {@code file}} Lengths are checked before memory is taken
   * for them.
   *
   * @param <T> what is made
   * @throws UncheckedIOException if the file is missing, damaged, or of another kind
   */
  public static <T> T read(Path file, Reader<T> reader) {
    return read(file, () -> Files.newInputStream(file), () -> Files.size(file), reader);
  }

  /**
   * {@return as {@link #read(Path, Reader)} what {@code reader} makes of {@code bytes}}
   *
   * @param <T> what is made
   */
  public static <T> T read(byte[] bytes, Reader<T> reader) {
    String where = "%s bytes".formatted(bytes.length);
    return read(where, () -> new ByteArrayInputStream(bytes), () -> (long) bytes.length, reader);
  }

  private interface Source<T> {
    T get() throws IOException;
  }

  private static <T> T read(
      Object where, Source<InputStream> source, Source<Long> size, Reader<T> reader) {
    try (SafetensorsFile content = open(source, size.get())) {
      return reader.read(content);
    } catch (IOException e) {
      throw BadFile.unreadable(where, e);
    } catch (IllegalArgumentException e) { // a shape
      throw BadFile.unreadable(where, new IOException(e.getMessage(), e));
    } catch (OutOfMemoryError e) { // of native memory, which ND4J limits
      throw BadFile.unreadable(where, new IOException("not enough memory: " + e.getMessage(), e));
    }
  }

  private static SafetensorsFile open(Source<InputStream> source, long size) throws IOException {
    long most = size - Long.BYTES;
    BadFile.unless(most >= 0, "the header length takes 8 bytes, the file has %s", size);
    InputStream in = source.get();
    try {
      SafetensorsHeader header = header(in, most);
      return new SafetensorsFile(in, header);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static SafetensorsHeader header(InputStream in, long most) throws IOException {
    long length = littleEndian(content(in, Long.BYTES)).getLong();
    long longest = Math.min(most, SafetensorsHeader.MOST_BYTES);
    BadFile.unless(
        length >= 0 && length <= longest,
        "no safetensors file: it begins with the length of its header, 0 to %s here," + " found %s",
        longest,
        Long.toUnsignedString(length));
    SafetensorsHeader header = SafetensorsHeader.parse(content(in, (int) length));
    header.checkPlaces(most - length);
    return header;
  }

  private static byte[] content(InputStream in, int length) throws IOException {
    byte[] content = in.readNBytes(length);
    BadFile.unless(content.length == length, "the file became shorter while it was read");
    return content;
  }

  SafetensorsHeader header() {
    return header;
  }

  /** {@return the texts, by name, not to be modified} */
  public Map<String, String> texts() {
    return header.texts();
  }

  /** {@return the sizes of each array as they are in the file, by name, before any is read} */
  public Map<String, List<Long>> shapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    header.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return shapes;
  }

  /**
   * {@return all arrays, by name, FLOAT or DOUBLE, in 'c' order and in memory that is given back
   * when this is closed}
   *
   * @throws IOException if the file ends too early, a number is NaN or infinite, or memory is short
   */
  public Map<String, INDArray> arrays() throws IOException {
    return arrays(true);
  }

  Map<String, INDArray> arrays(boolean finite) throws IOException {
    checkMemory();
    for (Map.Entry<String, Tensor> entry : header.inOrder().entrySet()) {
      String name = entry.getKey();
      Tensor tensor = entry.getValue();
      INDArray array = uninitialized(name, tensor);
      arrays.put(name, array);
      read(name, tensor, array, finite);
      if (tensor.type().stored != tensor.type().loaded) {
        arrays.put(name, array.castTo(tensor.type().loaded));
        array.close();
      }
    }
    return arrays;
  }

  /** What fits may still have to wait for garbage, for which JavaCPP asks. */
  private void checkMemory() throws IOException {
    long needed = 2 * header.tensors().values().stream().mapToLong(this::loadedBytes).sum();
    long most = Pointer.maxPhysicalBytes();
    String message =
        "the arrays take %s MB of memory, this JVM allows itself %s MB: give it more by -Xmx or"
            + " -Dorg.bytedeco.javacpp.maxPhysicalBytes";
    BadFile.unless(most <= 0 || needed <= most, message, needed >> 20, most >> 20);
  }

  private long loadedBytes(Tensor tensor) {
    return tensor.bytes() / tensor.type().width() * tensor.type().loaded.width();
  }

  private static INDArray uninitialized(String name, Tensor tensor) throws IOException {
    try {
      return Nd4j.createUninitialized(tensor.type().stored, tensor.sizes());
    } catch (RuntimeException e) { // std::bad_alloc
      throw new IOException("no memory for '%s': %s".formatted(name, e.getMessage()), e);
    }
  }

  private void read(String name, Tensor tensor, INDArray array, boolean finite) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, tensor.bytes())];
    BytePointer memory = new BytePointer(array.data().addressPointer());
    for (long at = 0; at < tensor.bytes(); at += block.length) {
      int length = (int) Math.min(block.length, tensor.bytes() - at);
      int count = in.readNBytes(block, 0, length);
      BadFile.unless(count == length, "the file became shorter while it was read");
      boolean fits = !finite || tensor.type().areFinite(littleEndian(block, length));
      BadFile.unless(fits, "'%s' holds NaN or an infinity", name);
      memory.position(at).put(block, 0, length);
    }
  }

  @Override
  public void close() throws IOException {
    arrays.values().forEach(INDArray::close);
    in.close();
  }
}
