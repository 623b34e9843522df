package pathprox.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells data apart, by SHA-256. */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** {@return a digest of nothing} */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Fingerprint with(Object text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Texts with their lengths, as any letter may be in them. */
  Fingerprint with(List<String> texts) {
    with(texts.size());
    texts.forEach(text -> with(text.length() + " " + text));
    return this;
  }

  /** The numbers of a matrix in the order of the rows, all bits of them. */
  Fingerprint with(INDArray matrix) {
    boolean isFloat = matrix.dataType() == DataType.FLOAT;
    for (int row = 0; row < matrix.rows(); row++) {
      INDArray numbers = matrix.getRow(row);
      ByteBuffer bytes = ByteBuffer.allocate(matrix.columns() * Double.BYTES);
      for (int column = 0; column < matrix.columns(); column++) {
        double value = numbers.getDouble(column);
        bytes = isFloat ? bytes.putFloat((float) value) : bytes.putDouble(value);
      }
      digest.update(bytes.flip());
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
