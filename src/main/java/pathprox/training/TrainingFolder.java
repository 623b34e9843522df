package pathprox.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pathprox.io.BadFile;
import pathprox.io.Checkpoint;
import pathprox.io.PartFile;
import pathprox.io.StateFile;
import pathprox.io.Waiting;
import pathprox.io.WholeFile;
import pathprox.matrix.State;
import pathprox.method.Method;
import pathprox.network.Network;

/** The folder of one training, see {@link Saving}. */
final class TrainingFolder {
  private static final String START = "start.safetensors";
  private static final String STATES = "state-*.safetensors";
  private static final String NETWORK = "network.safetensors";
  private static final String RESULT = "result.json";
  private static final int KEPT = 2; // the last one may turn out to be damaged

  private final Path folder;
  private final Saving saving;
  private final long pause; // nanoseconds from one state to the next
  private final Identity identity;
  private final Network start;
  private final List<String> notes = new ArrayList<>();
  private Writing writing; // null before the first
  private String lost = ""; // the note on the last state that could not be kept
  private long lastAt = System.nanoTime();

  private TrainingFolder(Path folder, Saving saving, Identity identity, Network start) {
    this.folder = folder;
    this.saving = saving;
    pause = TimeUnit.NANOSECONDS.convert(saving.time()); // the most there is, if it is longer
    this.identity = identity;
    this.start = start;
  }

  /** What a folder was begun with. */
  record Begun(Path folder, Network start, Map<String, String> texts) {
    Identity.Start from() {
      return Identity.Start.read(texts);
    }

    /** With the states of a training that is the same, and the results of any version of it. */
    TrainingFolder as(Identity identity, Saving saving) {
      TrainingFolder kept = new TrainingFolder(folder, saving, identity, start);
      kept.requireSame(kept.hasResult() ? identity.withThisLibrary(texts) : texts);
      return kept;
    }
  }

  /** Waits for the disk on a thread of its own, while the training goes on. */
  private static final class Writing extends Thread {
    private final TrainingFolder folder;
    private final int iteration;
    private final WholeFile state;
    private IOException failure;

    Writing(TrainingFolder folder, int iteration, WholeFile state) {
      super("pathprox-state");
      this.folder = folder;
      this.iteration = iteration;
      this.state = state;
    }

    @Override
    public void run() {
      try {
        state.finish();
        folder.deleteStates(KEPT);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** The folder of a training, which need not be there. */
  static TrainingFolder of(Saving saving, Identity identity, Network start) {
    Path folder = saving.folder().resolve(identity.folder());
    return new TrainingFolder(folder, saving, identity, start);
  }

  /** Makes the folder if it is not there; the start of another training in it is refused. */
  void begin() {
    if (Files.exists(folder.resolve(START))) {
      requireSame(Checkpoint.content(folder.resolve(START)).texts());
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      String message = "no folder for the states of a training can be made: ";
      throw new UncheckedIOException(message + BadFile.reason(e), e);
    }
    Checkpoint.save(start, identity.texts(), folder.resolve(START));
  }

  /** What is in the folder of a training: this one, or the only one in it. */
  static Begun begun(Path folder) {
    List<Path> trainings = Files.exists(folder.resolve(START)) ? List.of(folder) : within(folder);
    if (trainings.size() != 1) {
      String message = "%s must hold one training, holds %s; %s";
      List<String> names = trainings.stream().map(each -> each.getFileName().toString()).toList();
      String cure =
          names.isEmpty()
              ? "name the folder that a training was begun in, by Trainer.saving(folder)"
              : "name one of them: " + names;
      throw new IllegalArgumentException(message.formatted(folder, names.size(), cure));
    }
    Checkpoint.Content content = Checkpoint.content(trainings.get(0).resolve(START));
    return new Begun(trainings.get(0), content.network(), content.texts());
  }

  private static List<Path> within(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      List<Path> trainings = new ArrayList<>();
      all.forEach(each -> trainings.add(each));
      trainings.removeIf(each -> !Files.exists(each.resolve(START)));
      trainings.sort(Comparator.naturalOrder());
      return trainings;
    } catch (IOException e) {
      throw BadFile.unreadable(folder, e);
    }
  }

  /** Refuses to go on with another training than the one that was begun here. */
  private void requireSame(Map<String, String> texts) {
    List<String> differences = identity.differences(texts);
    if (!differences.isEmpty()) {
      String message =
          "the training in %s is another one, %s; a training goes on with what it was begun with,"
              + " or begins in another folder";
      throw new IllegalArgumentException(message.formatted(folder, String.join("; ", differences)));
    }
  }

  private Path state(int iteration) {
    return folder.resolve(String.format(Locale.ROOT, "state-%010d.safetensors", iteration));
  }

  /** The states, the newest first; names begin with as many digits, so they sort. */
  private List<Path> states() throws IOException {
    List<Path> states = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, STATES)) {
      all.forEach(states::add);
    }
    states.sort(Comparator.reverseOrder());
    return states;
  }

  private void deleteStates(int kept) throws IOException {
    for (Path state : states().stream().skip(kept).toList()) {
      Files.deleteIfExists(state);
    }
  }

  /** Gives the newest state that is whole, if there is one; damaged ones are told in the notes. */
  boolean restore(Consumer<State> training) {
    try {
      for (Path part : PartFile.abandonedIn(folder)) { // of a process that was killed
        Files.deleteIfExists(part);
      }
      for (Path file : states()) {
        try {
          StateFile.read(file, identity.folder(), training);
          return true;
        } catch (UncheckedIOException e) {
          String name = file.getFileName().toString(); // its folder says nothing new
          notes.add(e.getMessage().replace(file.toString(), name) + "; this state was left out");
        }
      }
      return false;
    } catch (IOException e) {
      throw BadFile.unreadable(folder, e);
    }
  }

  /** Keeps the state after an iteration if it is time to. */
  void keepIfDue(int iteration, Consumer<State> training) {
    boolean isDue = saving.iterations() > 0 && iteration % saving.iterations() == 0;
    if (isDue || System.nanoTime() - lastAt >= pause) {
      keep(iteration, training);
    }
  }

  private void keep(int iteration, Consumer<State> training) {
    finishWriting();
    try {
      WholeFile state = StateFile.begin(state(iteration), identity.folder(), training);
      writing = new Writing(this, iteration, state);
      writing.start();
    } catch (IOException e) {
      notKept(iteration, e);
    }
    lastAt = System.nanoTime();
  }

  private void notKept(int iteration, IOException failure) {
    String message = "the state after iteration %s could not be kept: %s";
    notes.removeIf(note -> note.equals(lost));
    lost = message.formatted(iteration, BadFile.reason(failure));
    notes.add(lost);
  }

  /** Keeps the state of a training that ends before its time. */
  void keepNow(int iteration, Consumer<State> training) {
    keep(iteration, training);
    finishWriting();
  }

  /** Waits for a state that is being written. */
  void finishWriting() {
    if (writing != null) {
      Waiting.forEnd(writing);
      if (writing.failure != null) {
        notKept(writing.iteration, writing.failure);
      }
      writing = null;
    }
  }

  /** Keeps what a training gave in place of its states. */
  void finish(TrainingResult result) {
    finishWriting();
    try {
      Checkpoint.save(result.network(), folder.resolve(NETWORK));
      byte[] json = ResultJson.of(result);
      WholeFile.write(folder.resolve(RESULT), out -> out.write(json));
      deleteStates(0);
    } catch (IOException e) {
      notes.add("the result could not be kept: " + BadFile.reason(e));
    } catch (UncheckedIOException e) {
      notes.add(e.getMessage());
    }
  }

  Identity.Start from() {
    return Identity.Start.read(identity.texts());
  }

  boolean hasResult() {
    return Files.exists(folder.resolve(RESULT));
  }

  /** What the training gave, which has ended; states of before are not looked at. */
  TrainingResult result(Method method, Map<String, Object> parameters) {
    try {
      Network network = Checkpoint.load(folder.resolve(NETWORK));
      byte[] json = Files.readAllBytes(folder.resolve(RESULT));
      return ResultJson.read(json, network, method, parameters);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(e.getMessage() + trainAgain(), e.getCause());
    } catch (IOException
        | IllegalArgumentException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      throw unreadable(e);
    }
  }

  private UncheckedIOException unreadable(Exception e) {
    String reason = e.toString().lines().findFirst().orElse(""); // JSON tells of its source below
    String message = "no result of a training: " + reason + trainAgain();
    return BadFile.unreadable(folder.resolve(RESULT), new IOException(message, e));
  }

  private String trainAgain() {
    return "; to train it anew, delete the folder " + folder;
  }

  /** What went wrong with the files, each told once. */
  List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }
}
