package pathprox.spark;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import pathprox.data.Digits;
import pathprox.experiment.MemberRunner;
import pathprox.experiment.SweepResult;
import pathprox.training.Trainer;
import pathprox.training.TrainingResult;

/**
 * A driver with two executors, JVMs of their own on this machine, of which one is killed while
 * members run.
 *
 * <p>{@code local-cluster} starts executors as a worker of a real cluster does, by a command line
 * that is made from the environment variable SPARK_HOME: a folder with a folder {@code jars}, which
 * may be empty as the class path of the executors is given, and {@code work} for their logs. With
 * SPARK_SCALA_VERSION nothing else of a distribution is looked for.
 */
final class Cluster {
  private final AtomicBoolean hasKilled = new AtomicBoolean();

  private static final Lost LOST = new Lost();

  private Cluster() {}

  /** Counts tasks whose executor was lost. */
  private static final class Lost extends SparkListener {
    private final AtomicInteger tasks = new AtomicInteger();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      if (end.reason() instanceof ExecutorLostFailure) {
        tasks.incrementAndGet();
      }
    }
  }

  /** Takes the folder of the sweep, the iterations, and whether one is to be killed. */
  public static void main(String[] arguments) {
    Trainer trainer =
        Trainer.with(Members.options(Integer.parseInt(arguments[1]))).saving(arguments[0]);
    boolean kills = Boolean.parseBoolean(arguments[2]);
    SparkConf conf =
        new SparkConf()
            .setMaster("local-cluster[2,1,2048]")
            .setAppName("Cluster")
            .set("spark.executor.memory", "1g")
            .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .set("spark.ui.enabled", "false");
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      context.sc().addSparkListener(LOST);
      SparkSweep spark = SparkSweep.on(context);
      Cluster cluster = new Cluster();
      MemberRunner runner =
          (members, data, results) ->
              spark.run(members, data, kills ? cluster.killing(results) : results);
      SweepResult result = Members.sweep().train(trainer, Digits.load().split(0.5, 1), runner);
      System.out.println("members " + result.results().size() + " of " + result.members());
    }
    System.out.println("lost at work " + LOST.tasks.get());
  }

  /** Kills an executor when the first result has come. */
  private MemberRunner.Results killing(MemberRunner.Results results) {
    return new MemberRunner.Results() {
      @Override
      public void arrives(int member, TrainingResult result) {
        results.arrives(member, result);
        if (hasKilled.compareAndSet(false, true)) {
          List<ProcessHandle> executors = ProcessHandle.current().descendants().toList();
          System.out.println("executors " + executors.size());
          System.out.println("killed " + executors.get(0).destroyForcibly());
        }
      }

      @Override
      public void fails(int member, String reason) {
        results.fails(member, reason);
      }
    };
  }
}
