package pathprox.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.io.SafetensorsHeader.Tensor;

/**
 * Named arrays of numbers in a file: the length of the header in 8 bytes, little-endian, the
 * header, which says in JSON where each array lies, and the numbers, little-endian as in the memory
 * of all platforms that ND4J has (github.com/huggingface/safetensors, README, "Format").
 */
final class SafetensorsFile implements Closeable {
  private static final int BLOCK = 1 << 20;

  private final InputStream in;
  private final SafetensorsHeader header;
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  private SafetensorsFile(InputStream in, SafetensorsHeader header) {
    this.in = in;
    this.header = header;
  }

  /** Sees the numbers of an array, some after the other. */
  interface Check {
    /** Does not look at them. */
    Check NONE = (name, type, numbers) -> {};

    /** Refuses NaN and infinities. */
    Check FINITE =
        (name, type, numbers) ->
            BadFile.unless(type.areFinite(numbers), "'%s' holds NaN or an infinity", name);

    /** Takes little-endian {@code numbers}, to their end or not. */
    void see(String name, NumberType type, ByteBuffer numbers) throws IOException;
  }

  /** Shows all arrays to a check, one after the other. */
  static void check(Map<String, INDArray> arrays, Check check) throws IOException {
    for (Map.Entry<String, INDArray> entry : arrays.entrySet()) {
      INDArray array = entry.getValue();
      NumberType type = NumberType.of(array.dataType());
      forBlocks(array, type, numbers -> check.see(entry.getKey(), type, numbers));
    }
  }

  private interface Blocks {
    void see(ByteBuffer block) throws IOException;
  }

  private static void forBlocks(INDArray array, NumberType type, Blocks blocks) throws IOException {
    long bytes = array.length() * type.width();
    byte[] block = new byte[(int) Math.min(BLOCK, bytes)];
    BytePointer memory = new BytePointer(array.data().addressPointer());
    for (long at = 0; at < bytes; at += BLOCK) {
      int length = (int) Math.min(BLOCK, bytes - at);
      memory.position(at).get(block, 0, length);
      blocks.see(littleEndian(block, length));
    }
  }

  /** Writes a file, whole or not at all, and returns its length. */
  static long write(Path file, Map<String, String> texts, Map<String, INDArray> arrays)
      throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long end = 0;
    for (String name : arrays.keySet()) {
      INDArray array = arrays.get(name);
      NumberType type = NumberType.of(array.dataType());
      long from = end;
      end += array.length() * type.width();
      tensors.put(name, new Tensor(type, Arrays.stream(array.shape()).boxed().toList(), from, end));
    }
    byte[] json = new SafetensorsHeader(texts, tensors).toBytes();
    WholeFile.write(
        file,
        out -> {
          byte[] length = new byte[Long.BYTES];
          littleEndian(length, length.length).putLong(json.length);
          out.write(length);
          out.write(json);
          for (String name : arrays.keySet()) {
            NumberType type = tensors.get(name).type();
            forBlocks(arrays.get(name), type, block -> out.write(block.array(), 0, block.limit()));
          }
        });
    return Long.BYTES + json.length + end;
  }

  private static ByteBuffer littleEndian(byte[] bytes, int length) {
    return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Opens a file and reads its header. Lengths are checked before memory is taken for them. */
  static SafetensorsFile open(Path file) throws IOException {
    long most = Files.size(file) - Long.BYTES;
    BadFile.unless(most >= 0, "the header length takes 8 bytes, the file has %s", most + 8);
    InputStream in = Files.newInputStream(file);
    try {
      SafetensorsHeader header = header(in, most);
      return new SafetensorsFile(in, header);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static SafetensorsHeader header(InputStream in, long most) throws IOException {
    long length = littleEndian(content(in, Long.BYTES), Long.BYTES).getLong();
    long longest = Math.min(most, SafetensorsHeader.MOST_BYTES);
    BadFile.unless(
        length >= 0 && length <= longest,
        "no safetensors file of a network: it begins with the length of its header, 0 to %s here,"
            + " found %s",
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

  /** Reads all arrays, in 'c' order and in memory that is given back when this is closed. */
  Map<String, INDArray> arrays(Check check) throws IOException {
    checkMemory();
    for (Map.Entry<String, Tensor> entry : header.inOrder().entrySet()) {
      String name = entry.getKey();
      Tensor tensor = entry.getValue();
      INDArray array = uninitialized(name, tensor);
      arrays.put(name, array);
      read(name, tensor, array, check);
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
        "the network takes %s MB of memory, this JVM allows itself %s MB: give it more by -Xmx or"
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

  private void read(String name, Tensor tensor, INDArray array, Check check) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, tensor.bytes())];
    BytePointer memory = new BytePointer(array.data().addressPointer());
    for (long at = 0; at < tensor.bytes(); at += block.length) {
      int length = (int) Math.min(block.length, tensor.bytes() - at);
      int count = in.readNBytes(block, 0, length);
      BadFile.unless(count == length, "the file became shorter while it was read");
      check.see(name, tensor.type(), littleEndian(block, length));
      memory.position(at).put(block, 0, length);
    }
  }

  @Override
  public void close() throws IOException {
    arrays.values().forEach(INDArray::close);
    in.close();
  }
}
