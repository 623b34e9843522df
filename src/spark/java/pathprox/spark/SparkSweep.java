package pathprox.spark;

import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import pathprox.data.TrainingData;
import pathprox.experiment.MemberRunner;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepMember;
import pathprox.experiment.SweepResult;
import pathprox.progress.Progress;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * Trains the members of a sweep on the executors of Apache Spark, by the rules of {@link
 * SparkTasks}; member by member with the bits of {@link Sweep#train(Trainer, TrainingData)} on
 * processors that are alike.
 *
 * <pre>{@code
 * SparkSweep.on(session.sparkContext()).train(sweep, Trainer.with(options).saving("night"), data)
 * }</pre>
 *
 * @param tasks where, and how executors get the data
 */
public record SparkSweep(SparkTasks tasks) implements MemberRunner {
  /** {@return sweeps on the executors of {@code context}} */
  public static SparkSweep on(JavaSparkContext context) {
    return new SparkSweep(SparkTasks.on(context));
  }

  /** {@return sweeps on the executors of {@code context}, as of {@code session.sparkContext()}} */
  public static SparkSweep on(SparkContext context) {
    return new SparkSweep(SparkTasks.on(context));
  }

  /** {@return sweeps whose data executors read from {@code files}, see {@link SparkTasks}} */
  public SparkSweep readingFrom(String... files) {
    return new SparkSweep(tasks.readingFrom(files));
  }

  /**
   * {@return what {@code trainer} comes to on {@code data} for each member of {@code sweep}, see
   * {@link Sweep#train(Trainer, TrainingData, MemberRunner)}}
   *
   * @throws IllegalArgumentException also if a value cannot travel, such as a learning rate of
   *     one's own from a cell of a notebook; before anything runs
   * @throws IllegalStateException if Spark is stopped, at the begin or on the way
   */
  public SweepResult train(Sweep sweep, Trainer trainer, TrainingData data) {
    return sweep.train(trainer, data, this);
  }

  @Override
  public void run(List<SweepMember> members, TrainingData data, Results results) {
    tasks.run(
        data,
        members,
        SparkSweep::trained,
        new SparkTasks.Results<TrainingResult>() {
          @Override
          public void arrives(int member, TrainingResult result) {
            results.arrives(member, result);
          }

          @Override
          public void fails(int member, String reason) {
            results.fails(member, reason);
          }
        });
  }

  /** On an executor, where nobody looks. */
  private static TrainingResult trained(SweepMember member, TrainingData data) {
    Progress unseen = Progress.of("member", 1);
    return member.train(Trainer.with(member.options()).countingFor(unseen), data);
  }
}
