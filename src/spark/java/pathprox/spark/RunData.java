package pathprox.spark;

import static pathprox.matrix.Arguments.require;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import pathprox.data.Dataset;
import pathprox.data.DatasetFile;
import pathprox.data.Split;
import pathprox.data.TrainingData;

/**
 * The data of one run, as its members get them: sent once to each executor, or read from files that
 * it sees, and made once in a JVM. They are sent as bytes, so that it does not matter which
 * serializer a cluster has chosen for values.
 */
final class RunData implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long MOST_BYTES = 2_000_000_000;

  private static String present;
  private static TrainingData presentData;

  private final String run = UUID.randomUUID().toString();
  private final Broadcast<byte[]> sent; // null where files are read
  private final String[] files;
  private final String[] fingerprints;

  private RunData(Broadcast<byte[]> sent, List<String> files, List<String> fingerprints) {
    this.sent = sent;
    this.files = files.toArray(String[]::new);
    this.fingerprints = fingerprints.toArray(String[]::new);
  }

  static RunData of(TrainingData data, List<String> files, JavaSparkContext context) {
    List<Dataset> parts =
        Stream.concat(Stream.of(data.trainingSet()), data.testSet().stream()).toList();
    if (files.isEmpty()) {
      long bytes = parts.stream().mapToLong(RunData::bytes).sum();
      String most =
          "data of %s MB are too many to be sent, 2,000 at most: save them by DatasetFile where"
              + " all executors see them, and name the files by readingFrom";
      require(bytes <= MOST_BYTES, most, bytes / 1_000_000);
      return new RunData(context.broadcast(Wire.bytes(data)), files, List.of());
    }
    String message = "readingFrom must name %s, a training set%s, found %s";
    String test = parts.size() == 1 ? "" : " and a test set";
    require(files.size() == parts.size(), message, counted(parts.size()), test, files);
    return new RunData(null, files, parts.stream().map(Dataset::fingerprint).toList());
  }

  private static String counted(int files) {
    return files == 1 ? "one file" : files + " files";
  }

  private static long bytes(Dataset data) {
    long numbers = data.features().length() + data.targets().length();
    return numbers * data.features().dataType().width();
  }

  /** The data, which all members in this JVM share. */
  TrainingData get() throws IOException, ClassNotFoundException {
    synchronized (RunData.class) {
      if (!run.equals(present)) {
        presentData = sent == null ? read() : (TrainingData) Wire.value(sent.value());
        present = run;
      }
      return presentData;
    }
  }

  private TrainingData read() {
    Dataset train = read(0);
    return files.length == 1 ? train : new Split(train, read(1));
  }

  private Dataset read(int file) {
    Dataset data = DatasetFile.load(files[file]);
    String other = "%s holds other data than the sweep was started with: save it anew";
    require(data.fingerprint().equals(fingerprints[file]), other, files[file]);
    return data;
  }

  /** Lets go of the data here, where members may have run too, and on the executors. */
  void end() {
    synchronized (RunData.class) {
      if (run.equals(present)) {
        present = null;
        presentData = null;
      }
    }
    if (sent != null) {
      sent.destroy();
    }
  }
}
