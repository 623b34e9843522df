package pathprox.experiment;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pathprox.data.TrainingData;
import pathprox.progress.Progress;
import pathprox.table.TableFile;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/** The course of one {@link Sweep}. */
final class SweepRun {
  private static final String TABLE = "members.csv";
  private static final int PAUSES = 20; // writing takes at most one part in so many of the time

  private final Sweep sweep;
  private final Trainer trainer;
  private final TrainingData data;
  private final List<SweepMember> members;
  private final TrainingResult[] ended;
  private long written = System.nanoTime();
  private long writing; // how long it took last
  private String unwritten = ""; // why the table could not be written last

  SweepRun(Sweep sweep, Trainer trainer, TrainingData data) {
    this.sweep = sweep;
    this.trainer = trainer;
    this.data = data;
    members = sweep.members(trainer.options());
    ended = new TrainingResult[members.size()];
  }

  SweepResult train() {
    List<Integer> missing = missing();
    if (!missing.isEmpty()) {
      long iterations = (long) trainer.options().iterations() * missing.size();
      new SideBySide(sweep.toString(), missing.size(), iterations)
          .run(trainer, (counting, i) -> member(counting, missing.get(i)));
    }
    writeTable();
    return result();
  }

  /**
   * Those whose results are in no folder; one that cannot be read is a failure, not overwritten.
   */
  private List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < ended.length; i++) {
      SweepMember member = members.get(i);
      try {
        ended[i] = member.kept(trainer, data).orElse(null);
      } catch (UncheckedIOException e) {
        ended[i] = member.failed(trainer, data, e.getMessage());
      }
      if (ended[i] == null) {
        missing.add(i);
      }
    }
    return missing;
  }

  private TrainingResult member(Trainer counting, int number) {
    SweepMember member = members.get(number);
    TrainingResult result;
    try {
      result = member.train(counting, data);
    } catch (RuntimeException | Error e) { // whatever it is, others go on
      // The message of a refusal says all; of others, such as an OutOfMemoryError, their kind, too.
      String reason = e instanceof IllegalArgumentException ? e.getMessage() : e.toString();
      result = member.failed(trainer, data, reason);
    }
    if (SideBySide.hasEnded(result)) {
      tell(number, result);
    }
    return result;
  }

  SweepResult trainBy(MemberRunner runner) {
    List<Integer> missing = missing();
    if (!missing.isEmpty()) {
      trainBy(runner, missing);
    }
    writeTable();
    return result();
  }

  private void trainBy(MemberRunner runner, List<Integer> missing) {
    try (Progress progress = Progress.of(sweep.toString(), 1)) {
      progress.begins(sweep.toString(), 0, missing.size());
      List<SweepMember> away = missing.stream().map(members::get).toList();
      runner.run(away, data, new Arriving(missing, progress));
      boolean isDone = Arrays.stream(ended).allMatch(Objects::nonNull);
      progress.ends(isDone ? "completed" : "interrupted", Optional.empty());
    }
  }

  /** Keeps what arrives. */
  private final class Arriving implements MemberRunner.Results {
    private final List<Integer> numbers;
    private final Progress progress;

    Arriving(List<Integer> numbers, Progress progress) {
      this.numbers = numbers;
      this.progress = progress;
    }

    @Override
    public void arrives(int member, TrainingResult result) {
      SweepMember trained = members.get(numbers.get(member));
      progress.advances(1);
      tell(numbers.get(member), trained.keep(trainer, data, result));
    }

    @Override
    public void fails(int member, String reason) {
      SweepMember failed = members.get(numbers.get(member));
      progress.advances(1);
      tell(numbers.get(member), failed.failed(trainer, data, reason));
    }
  }

  /** Adds a member that has ended, in whatever way, to the result and now and then to the table. */
  private synchronized void tell(int number, TrainingResult result) {
    ended[number] = result;
    if (System.nanoTime() - written > PAUSES * writing) {
      writeTable();
    }
  }

  /** A table that cannot be written costs no result; the last of them says so. */
  private synchronized void writeTable() {
    if (trainer.saving().isEmpty()) {
      return;
    }
    Path table = trainer.saving().get().folder().resolve(TABLE);
    long start = System.nanoTime();
    try {
      TableFile.save(result().table(), table);
      unwritten = "";
    } catch (UncheckedIOException e) {
      unwritten = e.getMessage();
    }
    written = System.nanoTime();
    writing = written - start;
  }

  private synchronized SweepResult result() {
    List<TrainingResult> results = new ArrayList<>();
    Arrays.stream(ended).filter(Objects::nonNull).forEach(results::add);
    if (!unwritten.isEmpty() && !results.isEmpty()) {
      results.replaceAll(each -> each == results.get(results.size() - 1) ? told(each) : each);
    }
    return new SweepResult(members.size(), results);
  }

  private TrainingResult told(TrainingResult result) {
    return result.diagnosed("the table of the sweep could not be written: " + unwritten);
  }
}
