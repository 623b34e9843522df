package pathprox.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.data.Mnist;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.matrix.RandomNumbers;

/** The bundled digits, in shuffled batches for the works and in files for their twins. */
final class MnistSubset {
  static final int INPUTS = 784;
  static final int CLASSES = 10;

  private static final int PER_CLASS = 100;

  private MnistSubset() {}

  static Examples train() {
    return Examples.of(Mnist.subset(PER_CLASS).train(), DataType.FLOAT, new Arena());
  }

  static Examples test() {
    return Examples.of(Mnist.subset(PER_CLASS).test(), DataType.FLOAT, new Arena());
  }

  /** One epoch of batches, shuffled once, so that a timed step copies no samples. */
  static Examples[] batches(int batchSize) {
    Examples all = train();
    int[] order = RandomNumbers.of(1, "benchmark", 0).permutation(all.size());
    Examples[] batches = new Examples[all.size() / batchSize];
    for (int i = 0; i < batches.length; i++) {
      Matrix inputs = new Arena().zeros(DataType.FLOAT, batchSize, INPUTS);
      Matrix targets = new Arena().zeros(DataType.FLOAT, batchSize, 1);
      inputs.gatherRows(all.inputs(), order, i * batchSize, batchSize);
      targets.gatherRows(all.targets(), order, i * batchSize, batchSize);
      batches[i] = new Examples(inputs, targets, true);
    }
    return batches;
  }

  /** Writes images and class numbers as raw little-endian float32. */
  static Map<String, ?> export(Path folder) throws IOException {
    Dataset train = Mnist.subset(PER_CLASS).train();
    Dataset test = Mnist.subset(PER_CLASS).test();
    write(folder.resolve("train-images"), train.features());
    write(folder.resolve("train-classes"), train.targets());
    write(folder.resolve("test-images"), test.features());
    write(folder.resolve("test-classes"), test.targets());
    return Map.of("train", train.size(), "test", test.size());
  }

  private static void write(Path file, INDArray array) throws IOException {
    float[] values = array.castTo(DataType.FLOAT).ravel().toFloatVector();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    Files.write(file, bytes.array());
  }
}
