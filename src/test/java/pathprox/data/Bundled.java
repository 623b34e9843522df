package pathprox.data;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** What the packed files of the jar hold. */
final class Bundled {
  private Bundled() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Dataset.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  static String sha256(String name) throws IOException {
    return sha256(bytes(name));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
