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
import pathprox.training.TrainingResult;

/**
 * A driver with two executors, JVMs of their own on this machine, of which one is killed while
 * members run. Prints a line for each member that comes: its number and the bits of its weights.
 *
 * <p>{@code local-cluster} starts executors as a worker of a real cluster does, by a command line
 * that is made from the environment variable SPARK_HOME: a folder with a folder {@code jars}, which
 * may be empty as the class path of the executors is given, and {@code work} for their logs. With
 * SPARK_SCALA_VERSION nothing else of a distribution is looked for.
 */
final class Cluster implements SparkTasks.Results<TrainingResult> {
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

  public static void main(String[] arguments) {
    int members = Integer.parseInt(arguments[0]);
    int iterations = Integer.parseInt(arguments[1]);
    SparkConf conf =
        new SparkConf()
            .setMaster("local-cluster[2,1,2048]")
            .setAppName("Cluster")
            .set("spark.executor.memory", "1g")
            .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .set("spark.ui.enabled", "false");
    long start = System.nanoTime();
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      say("started", start);
      context.sc().addSparkListener(LOST);
      SparkTasks.on(context)
          .run(
              Digits.load().split(0.5, 1),
              Member.several(members, iterations),
              Member::train,
              new Cluster());
      say("ended", start);
    }
    say("stopped", start);
    System.out.println("lost at work " + LOST.tasks.get());
  }

  private static void say(String what, long since) {
    System.out.println(what + " " + (System.nanoTime() - since) / 1_000_000);
  }

  @Override
  public void arrives(int member, TrainingResult result) {
    System.out.println("member " + member + " " + LocalSparkTest.bits(result));
    if (hasKilled.compareAndSet(false, true)) {
      List<ProcessHandle> executors = ProcessHandle.current().descendants().toList();
      System.out.println("executors " + executors.size());
      System.out.println("killed " + executors.get(0).destroyForcibly());
    }
  }

  @Override
  public void fails(int member, String reason) {
    System.out.println("failed " + member + " " + reason);
  }
}
