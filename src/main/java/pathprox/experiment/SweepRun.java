package pathprox.experiment;

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

  private final Sweep sweep;
  private final Trainer trainer;
  private final TrainingData data;
  private final List<SweepMember> members;
  private final TrainingResult[] ended;

  SweepRun(Sweep sweep, Trainer trainer, TrainingData data) {
    this.sweep = sweep;
    this.trainer = trainer;
    this.data = data;
    members = sweep.members(trainer.options());
    ended = new TrainingResult[members.size()];
  }

  SweepResult train() {
    long iterations = (long) trainer.options().iterations() * members.size();
    new SideBySide(sweep.toString(), members.size(), iterations).run(trainer, this::member);
    return result();
  }

  private TrainingResult member(Trainer counting, int number) {
    TrainingResult result = train(counting, members.get(number));
    if (SideBySide.hasEnded(result)) {
      tell(number, result);
    }
    return result;
  }

  private TrainingResult train(Trainer counting, SweepMember member) {
    try {
      return member.train(counting, data);
    } catch (RuntimeException | OutOfMemoryError e) {
      return member.failed(trainer, data, e.toString());
    }
  }

  SweepResult trainBy(MemberRunner runner) {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Optional<TrainingResult> kept = members.get(i).kept(trainer, data);
      int number = i;
      kept.ifPresentOrElse(result -> tell(number, result), () -> missing.add(number));
    }
    try (Progress progress = Progress.of(sweep.toString(), 1)) {
      progress.begins(sweep.toString(), 0, Math.max(1, missing.size()));
      List<SweepMember> away = missing.stream().map(members::get).toList();
      runner.run(away, data, new Arriving(missing, progress));
      boolean isDone = Arrays.stream(ended).allMatch(Objects::nonNull);
      progress.ends(isDone ? "completed" : "interrupted", Optional.empty());
    }
    return result();
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

  /** Adds a member that has ended, in whatever way, to the result and the table in the folder. */
  private synchronized void tell(int number, TrainingResult result) {
    ended[number] = result;
    if (trainer.saving().isPresent()) {
      Path table = trainer.saving().get().folder().resolve(TABLE);
      TableFile.save(result().table(), table);
    }
  }

  private synchronized SweepResult result() {
    return new SweepResult(members.size(), Arrays.stream(ended).filter(Objects::nonNull).toList());
  }
}
