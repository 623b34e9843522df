package pathprox.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A format of files that are read, as the fuzzer sees it. */
interface Format {
  /** What it is called in the table. */
  String name();

  /** A valid file, or the part of it that is to be changed; another one for each variant. */
  byte[] valid(int variant) throws IOException;

  /** The file that holds a changed part: packed, or with its lengths and sums set anew. */
  default byte[] file(byte[] changed) throws IOException {
    return changed;
  }

  /** Whether a checksum stands in the file itself, over all that can be changed. */
  default boolean hasChecksum() {
    return false;
  }

  /** Puts into an empty folder what else is read, and says where the changed file goes. */
  Path prepare(Path folder) throws IOException;

  /** Reads the file, as a user does; the values can be compared by {@code equals}. */
  List<Object> read(Path file);
}
