package pathprox.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.FileOutputStream;
import java.io.IOException;
import pathprox.io.WholeFile;

/** What a file holds, so that the public class can be loaded without the library. */
record OnnxFile(ModelProto model) implements WholeFile.Content {
  @Override
  public void writeTo(FileOutputStream out) throws IOException {
    model.writeTo(out);
  }

  long bytes() {
    return model.getSerializedSize();
  }
}
