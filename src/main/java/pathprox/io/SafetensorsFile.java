package pathprox.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.io.SafetensorsHeader.Tensor;

/**
 * Named arrays of finite numbers in a file: the length of the header in 8 bytes, little-endian, the
 * header, the numbers.
 *
 * <p>Source: github.com/huggingface/safetensors, README, "Format".
 *
 * @param metadata texts by name
 * @param arrays by name, FLOAT or DOUBLE, in 'c' order
 */
record SafetensorsFile(Map<String, String> metadata, Map<String, INDArray> arrays) {
  /** As the reference implementation has it. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final Map<DataType, String> TYPES =
      Map.of(DataType.FLOAT, "F32", DataType.DOUBLE, "F64");

  /** Writes the file, whole or not at all, and returns its length. */
  long write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long end = 0;
    for (String name : arrays.keySet()) {
      INDArray array = arrays.get(name);
      long[] offsets = {end, end + array.length() * array.dataType().width()};
      tensors.put(name, new Tensor(TYPES.get(array.dataType()), array.shape(), offsets));
      end = offsets[1];
    }
    byte[] json = new SafetensorsHeader(metadata, tensors).toJson();
    WholeFile.write(
        file,
        out -> {
          out.write(littleEndian(Long.BYTES).putLong(json.length).array());
          out.write(json);
          for (INDArray array : arrays.values()) {
            out.write(bytes(array));
          }
        });
    return Files.size(file);
  }

  private static ByteBuffer littleEndian(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(INDArray array) {
    ByteBuffer bytes = littleEndian(array.length() * array.dataType().width());
    boolean isFloat = array.dataType() == DataType.FLOAT;
    for (double value : array.data().asDouble()) {
      bytes = isFloat ? bytes.putFloat((float) value) : bytes.putDouble(value);
    }
    return bytes.array();
  }

  /** Reads a file. Lengths are checked before memory is taken for them. */
  static SafetensorsFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long most = channel.size() - Long.BYTES;
      if (most < 0) {
        throw new IOException("the header length takes 8 bytes, the file has " + channel.size());
      }
      long length = readAll(channel, Long.BYTES).getLong();
      if (length < 0 || length > Math.min(most, LONGEST_HEADER)) {
        throw new IOException(
            "no safetensors file: it begins with the length of its header, 0 to %s here, found %s"
                .formatted(Math.min(most, LONGEST_HEADER), Long.toUnsignedString(length)));
      }
      SafetensorsHeader header =
          SafetensorsHeader.of(readAll(channel, length).array(), most - length);
      Map<String, INDArray> arrays = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> entry : header.tensors().entrySet()) {
        channel.position(Long.BYTES + length + entry.getValue().from());
        arrays.put(entry.getKey(), array(channel, entry.getValue()));
      }
      return new SafetensorsFile(header.metadata(), arrays);
    }
  }

  private static INDArray array(FileChannel channel, Tensor tensor) throws IOException {
    ByteBuffer bytes = readAll(channel, tensor.to() - tensor.from());
    boolean isFloat = tensor.dtype().equals(TYPES.get(DataType.FLOAT));
    double[] values = new double[bytes.remaining() / (isFloat ? Float.BYTES : Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = isFloat ? bytes.getFloat() : bytes.getDouble();
    }
    return Nd4j.createFromArray(values)
        .castTo(isFloat ? DataType.FLOAT : DataType.DOUBLE)
        .reshape('c', tensor.shape());
  }

  private static ByteBuffer readAll(FileChannel channel, long count) throws IOException {
    ByteBuffer bytes = littleEndian(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return bytes.flip();
  }
}
