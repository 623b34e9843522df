package pathprox.matrix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells values apart: SHA-256 of all that it is given, in this order. */
public final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** {@return a digest of nothing} */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@return this, with the text of {@code value}} */
  public Fingerprint with(Object value) {
    digest.update((value + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** {@return this, with {@code texts} and their lengths, as any letter may be in them} */
  public Fingerprint with(List<String> texts) {
    with(texts.size());
    texts.forEach(text -> with(text.length() + " " + text));
    return this;
  }

  /** {@return this, with all bits of {@code matrix}, not modified, in the order of its rows} */
  public Fingerprint with(INDArray matrix) {
    boolean isFloat = matrix.dataType() == DataType.FLOAT;
    int columns = matrix.columns();
    ByteBuffer bytes = ByteBuffer.allocate(columns * (isFloat ? Float.BYTES : Double.BYTES));
    for (int row = 0; row < matrix.rows(); row++) {
      bytes.clear();
      if (isFloat) {
        bytes.asFloatBuffer().put(matrix.getRow(row).toFloatVector());
      } else {
        bytes.asDoubleBuffer().put(matrix.getRow(row).toDoubleVector());
      }
      digest.update(bytes);
    }
    return this;
  }

  /** {@return 64 hexadecimal digits, after which there is nothing in it} */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public String toString() {
    return "fingerprint by " + digest.getAlgorithm();
  }
}
