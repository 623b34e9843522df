package pathprox.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import pathprox.io.Checkpoint;
import pathprox.io.WholeFile;
import pathprox.network.Architecture;
import pathprox.network.Network;

/**
 * A program that saves in turns two contents as one file, as fast as it can, until it is killed.
 */
public final class Saver {
  /** What is saved: bytes, or networks, which take a second to begin. */
  enum Kind {
    BYTES {
      @Override
      void save(int which, Path file) throws IOException {
        WholeFile.write(file, out -> out.write(bytes(which)));
      }
    },
    NETWORKS {
      @Override
      void save(int which, Path file) {
        Checkpoint.save(network(which), file);
      }
    };

    abstract void save(int which, Path file) throws IOException;
  }

  /** Loaded with the first network, not with the first bytes. */
  private static final class Networks {
    static final List<Network> ALL =
        List.of(
            Architecture.mlp(200, 300, 100).initialize(1),
            Architecture.mlp(300, 400, 50).initialize(2));
  }

  private Saver() {}

  /** Other lengths and other bytes. */
  static byte[] bytes(int which) {
    byte[] bytes = new byte[1_000_000 + 500_000 * which];
    Arrays.fill(bytes, (byte) ('a' + which));
    return bytes;
  }

  static Network network(int which) {
    return Networks.ALL.get(which);
  }

  /** Prints a letter once the file is there. */
  public static void main(String[] arguments) throws IOException {
    Kind kind = Kind.valueOf(arguments[0]);
    Path file = Path.of(arguments[1]);
    for (int i = 0; ; i++) {
      kind.save(i % 2, file);
      if (i == 0) {
        System.out.print('x');
        System.out.flush();
      }
    }
  }
}
