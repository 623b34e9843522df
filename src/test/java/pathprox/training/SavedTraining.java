package pathprox.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.Dataset;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.network.Network;

/** A training that leaves its states in a folder. */
abstract class SavedTraining {
  static final Network START = Problem.factorized(DataType.FLOAT);
  static final Dataset DATA = Problem.data().withType(DataType.FLOAT);
  static final TrainingOptions OPTIONS = Problem.options();
  static final Method METHOD = PathProx.recommended(0.01);
  static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  final Saving saving() {
    return new Saving(folder, 10, NEVER);
  }

  final TrainingResult stopped(int end) {
    return Trainer.with(OPTIONS)
        .saving(saving())
        .listening(new StopsAt(end))
        .train(START, DATA, METHOD);
  }

  final TrainingResult resumed(TrainingOptions options, TrainingData data, Method method) {
    return Trainer.with(options).saving(saving()).resume(folder, data, method);
  }

  final Path training() {
    return list(folder).get(0);
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final List<String> files() {
    return list(training()).stream().map(file -> file.getFileName().toString()).toList();
  }
}
