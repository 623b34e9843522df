package pathprox.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pathprox.data.TrainingData;
import pathprox.table.TableFile;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.training.Verdict;

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

  /** Ends a training after some time; a listener of its own for each. */
  private static final class TimeLimit implements TrainingListener {
    private final Duration limit;
    private long end;
    private boolean isOver;

    TimeLimit(Duration limit) {
      this.limit = limit;
    }

    @Override
    public void begins(TrainingPlan plan) {
      end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public Verdict steps(int iteration, double batchLoss) {
      isOver |= System.nanoTime() - end >= 0;
      return isOver ? Verdict.STOP : Verdict.GO_ON;
    }

    TrainingResult named(TrainingResult result) {
      return result.outcome() == Outcome.STOPPED && isOver
          ? result.diagnosed("the time limit of " + limit.toMillis() / 1e3 + " s was reached")
          : result;
    }
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
    Optional<TimeLimit> limit = sweep.timeLimit().map(TimeLimit::new);
    Trainer limited = limit.map(counting::listening).orElse(counting);
    try {
      TrainingResult result = member.train(limited, data);
      return limit.map(each -> each.named(result)).orElse(result);
    } catch (RuntimeException | OutOfMemoryError e) {
      return member.failed(trainer, data, e.toString());
    }
  }

  /** Adds a member that has ended, in whatever way, to the result and the table in the folder. */
  synchronized void tell(int number, TrainingResult result) {
    ended[number] = result;
    if (trainer.saving().isPresent()) {
      Path table = trainer.saving().get().folder().resolve(TABLE);
      TableFile.save(result().table(), table);
    }
  }

  List<SweepMember> members() {
    return members;
  }

  synchronized SweepResult result() {
    return new SweepResult(members.size(), Arrays.stream(ended).filter(Objects::nonNull).toList());
  }
}
