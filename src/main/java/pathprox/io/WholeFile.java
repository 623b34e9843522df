package pathprox.io;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that appear whole or not at all: written beside their place, then moved there. A symbolic
 * link leads to the file that is written, an older file passes on its mode, and a thread that is
 * interrupted writes as any other.
 */
public final class WholeFile {
  private static final int MOST_LINKS = 40; // as Linux follows

  private final Path target;
  private final Path part;
  private final FileOutputStream out;

  private WholeFile(Path target, Path part, FileOutputStream out) {
    this.target = target;
    this.part = part;
    this.out = out;
  }

  /** What a file holds. */
  public interface Content {
    /**
     * Writes all of it to {@code out}, which is not closed.
     *
     * @throws IOException if it cannot be written
     */
    void writeTo(FileOutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} through to the disk as {@code file}; an older one is replaced, and parts
   * of it that a process has left when it was killed are deleted.
   *
   * @throws IOException if it cannot be written, or is no file but a folder or device; an older
   *     file is still there then
   */
  public static void write(Path file, Content content) throws IOException {
    begin(file, content).finish();
  }

  /**
   * {@return {@code file} with {@code content}, beside its place, which is to be finished by any
   * thread} Its numbers are in the memory of the system then, and waiting for the disk is left.
   *
   * @throws IOException as {@link #write}
   */
  public static WholeFile begin(Path file, Content content) throws IOException {
    Path target = followed(file);
    boolean isOld = Files.exists(target);
    String other = "a folder, a device or a pipe is there, not a file";
    BadFile.unless(!isOld || Files.isRegularFile(target), other);
    BadFile.unless(!isOld || Files.isWritable(target), "the file that is there is read-only");
    Path folder = target.toAbsolutePath().getParent();
    BadFile.unless(Files.isDirectory(folder), "the folder %s does not exist", folder);
    deleteAbandoned(target);
    Path part = PartFile.of(target);
    Set<PosixFilePermission> mode = isOld ? mode(target) : Set.of();
    create(part, mode);
    try {
      FileOutputStream out = new FileOutputStream(part.toFile());
      try {
        content.writeTo(out);
        setMode(part, mode);
        return new WholeFile(target, part, out);
      } catch (Throwable e) {
        try (out) {
          throw e;
        }
      }
    } catch (Throwable e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /**
   * Forces the file to the disk and moves it to its place.
   *
   * @throws IOException if that fails; an older file is still there then
   */
  public void finish() throws IOException {
    try {
      try (out) {
        out.getFD().sync();
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    force(target.toAbsolutePath().getParent());
  }

  private static Path followed(Path file) throws IOException {
    Path target = file;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      BadFile.unless(links < MOST_LINKS, "its symbolic links lead to no file");
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static void deleteAbandoned(Path target) {
    try {
      for (Path part : PartFile.abandoned(target)) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // Another process deletes them too, or they belong to somebody else.
    }
  }

  /** Empty where files have no such mode. */
  private static Set<PosixFilePermission> mode(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null ? Set.of() : view.readAttributes().permissions();
  }

  /** At no time others may read more than of the older file; this process must be able to write. */
  private static void create(Path part, Set<PosixFilePermission> mode) throws IOException {
    if (mode.isEmpty()) {
      Files.createFile(part);
    } else {
      Set<PosixFilePermission> writable = EnumSet.copyOf(mode);
      writable.add(PosixFilePermission.OWNER_WRITE);
      Files.createFile(part, PosixFilePermissions.asFileAttribute(writable));
    }
  }

  private static void setMode(Path part, Set<PosixFilePermission> mode) throws IOException {
    // Some file systems have one mode for all, and refuse to set any.
    if (!mode.isEmpty() && !mode.equals(Files.getPosixFilePermissions(part))) {
      Files.setPosixFilePermissions(part, mode);
    }
  }

  /** Java has channels alone for folders. */
  private static void force(Path folder) {
    try {
      Waiting.uninterrupted(
          () -> {
            try (FileChannel channel = FileChannel.open(folder)) {
              channel.force(true);
            }
          });
    } catch (IOException e) {
      // Not every platform opens folders.
    }
  }
}
