package pathprox.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import pathprox.io.BadFile;
import pathprox.matrix.Fingerprint;

/** What a file must hold once it is on this machine; mirrors may send it packed by gzip. */
record RemoteFile(String name, long size, String sha256, boolean packed) {
  String sentName() {
    return packed ? name + ".gz" : name;
  }

  /** Packing makes nothing much longer: 5 bytes for 16,383 that it leaves as they are. */
  long mostSent() {
    return packed ? size + size / 1_000 + 1_000 : size;
  }

  InputStream unpacked(InputStream body) {
    return packed ? new GzipStream(body) : body;
  }

  /** Whether it is in a folder, by its length alone. */
  boolean isIn(Path folder) {
    return folder.resolve(name).toFile().length() == size;
  }

  /** Whether this file, whole and unaltered, is at a path. */
  boolean isAt(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      copy(in, OutputStream.nullOutputStream());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies the bytes to be kept, never more than the size, and throws unless they are right. */
  void copy(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = Fingerprint.sha256();
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      total += n;
      BadFile.unless(total <= size, "expected %s bytes, found more", size);
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    BadFile.unless(total == size, "expected %s bytes, found %s", size, total);
    String found = HexFormat.of().formatHex(digest.digest());
    BadFile.unless(found.equals(sha256), "expected SHA-256 %s, found %s", sha256, found);
  }
}
