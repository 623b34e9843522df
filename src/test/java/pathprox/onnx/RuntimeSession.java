package pathprox.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What onnxruntime makes of a file. */
final class RuntimeSession implements AutoCloseable {
  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private final OrtSession session;

  RuntimeSession(Path file) {
    try {
      session = ENVIRONMENT.createSession(file.toString());
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The input as the file has it, with any number of samples for the symbol. */
  String input() {
    try {
      return String.valueOf(session.getInputInfo().get("input").getInfo());
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> texts() {
    try {
      return session.getMetadata().getCustomMetadata();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An output, [samples, …], in double. */
  INDArray run(String output, INDArray inputs) {
    try (OnnxTensor tensor = tensor(inputs);
        OrtSession.Result result = session.run(Map.of("input", tensor))) {
      Object values = result.get(output).orElseThrow().getValue();
      return values instanceof float[][] single
          ? Nd4j.createFromArray(single).castTo(DataType.DOUBLE)
          : Nd4j.createFromArray((double[][]) values);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OnnxTensor tensor(INDArray inputs) throws OrtException {
    return inputs.dataType() == DataType.FLOAT
        ? OnnxTensor.createTensor(
            ENVIRONMENT, FloatBuffer.wrap(inputs.dup('c').data().asFloat()), inputs.shape())
        : OnnxTensor.createTensor(
            ENVIRONMENT, DoubleBuffer.wrap(inputs.dup('c').data().asDouble()), inputs.shape());
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
