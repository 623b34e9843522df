package pathprox.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import pathprox.data.TrainingData;

/**
 * Members of a sweep on the executors of Apache Spark 4.2, each one a job of one task, so that
 * Spark's rules for tasks hold for each alone: it runs where a core is free, and again elsewhere
 * when its executor is lost, {@code spark.task.maxFailures} times; a member that cannot be done
 * fails for itself.
 *
 * <p>A member runs on one thread from its beginning to its end, so several in one executor do not
 * compete, and {@code spark.task.cpus} stays 1. Its result has the bits of a run on this machine if
 * the processors are alike: OpenBLAS chooses its kernels by processor. In a mixed cluster {@code
 * OPENBLAS_CORETYPE}, such as {@code Haswell}, makes all machines choose the same: {@code
 * spark.executorEnv.OPENBLAS_CORETYPE} for the executors, the environment for the driver.
 *
 * <p>Arrays are outside of the Java heap: give an executor {@code spark.executor.memoryOverhead} of
 * the size of the data and the networks of all its cores.
 */
public final class SparkTasks {
  private static final String DESCRIPTION = "spark.job.description";
  private static final String INTERRUPT = "spark.job.interruptOnCancel";
  private static final int PAUSE = 20; // milliseconds between two looks at what has come

  private final JavaSparkContext context;
  private final List<String> files;

  private SparkTasks(JavaSparkContext context, List<String> files) {
    this.context = context;
    this.files = files;
  }

  /**
   * What is done for a member on an executor: a static method of a class in a jar that executors
   * have.
   *
   * @param <M> members, serializable but for {@code Optional} in them
   * @param <R> results, as serializable
   */
  @FunctionalInterface
  public interface Work<M, R> extends Serializable {
    /** {@return the result of {@code member} on {@code data}, which many members share} */
    R of(M member, TrainingData data);
  }

  /**
   * What is told of the members, each once, by the thread that runs them and as they end.
   *
   * @param <R> results
   */
  public interface Results<R> {
    /** Takes the {@code result} of a {@code member}, a place in the list, from 0. */
    void arrives(int member, R result);

    /** Hears the {@code reason} why a {@code member}, a place in the list, has no result. */
    void fails(int member, String reason);
  }

  /** {@return tasks on the executors of {@code context}} */
  public static SparkTasks on(JavaSparkContext context) {
    Objects.requireNonNull(context, "the Spark context must not be null");
    return new SparkTasks(context, List.of());
  }

  /** {@return tasks on the executors of {@code context}, as of {@code session.sparkContext()}} */
  public static SparkTasks on(SparkContext context) {
    Objects.requireNonNull(context, "the Spark context must not be null");
    return on(JavaSparkContext.fromSparkContext(context));
  }

  /**
   * {@return these tasks with data that executors read from {@code newFiles}, of a training set
   * and, for a split, of a test set, in folders that they all see, as {@code DatasetFile} saves
   * them; without, data are sent to each executor once} What they hold must have the fingerprint of
   * the data of a run, or the member fails.
   */
  public SparkTasks readingFrom(String... newFiles) {
    return new SparkTasks(context, List.of(newFiles));
  }

  /**
   * Does {@code work} for all {@code members} on {@code data}, and tells {@code results} of each as
   * soon as it ends, on this thread. When this thread is interrupted, the members at work end
   * within one batch, those that have come are told, and it returns, still interrupted. What {@code
   * results} throw ends the others too.
   *
   * @param <M> members
   * @param <R> results
   * @throws IllegalArgumentException if a member, its work or the data cannot travel, with what is
   *     in the way and the cure; before anything runs
   * @throws IllegalStateException if Spark is stopped, at the begin or on the way
   */
  public <M, R> void run(TrainingData data, List<M> members, Work<M, R> work, Results<R> results) {
    byte[] function = Wire.bytes(work);
    List<byte[]> written = members.stream().map(Wire::bytes).toList();
    requireRunning(members.size(), members.size());
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    Run<R> run = new Run<>(written, results);
    try {
      run.run(data, function);
    } catch (InterruptedException e) {
      run.tellTheLast();
      Thread.currentThread().interrupt();
    } finally {
      boolean isInterrupted = Thread.interrupted(); // Spark would do nothing for this thread
      if (!isStopped()) {
        run.end();
      }
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean isStopped() {
    return context.sc().isStopped();
  }

  private void requireRunning(int missing, int all) {
    if (isStopped()) {
      String message = "Spark is stopped, %s of %s members have no result: make a new context";
      throw new IllegalStateException(message.formatted(missing, all));
    }
  }

  /** One run; the jobs that have not ended are in the order of the members. */
  private final class Run<R> {
    private final List<byte[]> members;
    private final Results<R> results;
    private final Map<Integer, JavaFutureAction<List<byte[]>>> jobs = new TreeMap<>();
    private RunData shared;

    Run(List<byte[]> members, Results<R> results) {
      this.members = members;
      this.results = results;
    }

    void run(TrainingData data, byte[] work) throws InterruptedException {
      shared = RunData.of(data, files, context);
      MemberTask task = new MemberTask(shared, work);
      for (int i = 0; i < members.size(); i++) {
        jobs.put(i, submitted(i, task));
        tellWhatHasCome();
      }
      while (!jobs.isEmpty()) {
        Thread.sleep(PAUSE);
        tellWhatHasCome();
      }
    }

    void tellTheLast() {
      try {
        tellWhatHasCome();
      } catch (InterruptedException e) {
        // Again: what is not told was not done.
      }
    }

    void end() {
      jobs.values().forEach(job -> job.cancel(true));
      if (shared != null) {
        shared.end();
      }
    }

    /** Spark throws an InterruptedException that it does not declare. */
    private JavaFutureAction<List<byte[]>> submitted(int member, MemberTask task) {
      String description = context.getLocalProperty(DESCRIPTION);
      String interrupt = context.getLocalProperty(INTERRUPT);
      String place = "member %s of %s".formatted(member + 1, members.size());
      try {
        context.setLocalProperty(DESCRIPTION, place);
        context.setLocalProperty(INTERRUPT, "true");
        return context.parallelize(List.of(members.get(member)), 1).map(task).collectAsync();
      } finally {
        context.setLocalProperty(DESCRIPTION, description);
        context.setLocalProperty(INTERRUPT, interrupt);
      }
    }

    private void tellWhatHasCome() throws InterruptedException {
      for (int member : new ArrayList<>(jobs.keySet())) {
        if (jobs.get(member).isDone()) {
          MemberTask.Answer answer = answer(jobs.get(member));
          jobs.remove(member);
          tell(member, answer);
        }
      }
    }

    @SuppressWarnings("unchecked")
    private void tell(int member, MemberTask.Answer answer) {
      if (answer.failure() == null) {
        results.arrives(member, (R) answer.result());
      } else {
        results.fails(member, answer.failure());
      }
    }

    private MemberTask.Answer answer(JavaFutureAction<List<byte[]>> job)
        throws InterruptedException {
      try {
        return (MemberTask.Answer) Wire.value(job.get().get(0));
      } catch (ExecutionException e) {
        requireRunning(jobs.size(), members.size());
        String reason = String.valueOf(e.getCause().getMessage());
        return new MemberTask.Answer(null, reason.lines().findFirst().orElse(""));
      } catch (IOException | ClassNotFoundException e) {
        throw new IllegalStateException("an answer of this program cannot be read", e);
      }
    }
  }

  @Override
  public String toString() {
    String read = files.isEmpty() ? "" : ", data from " + String.join(", ", files);
    return "tasks on Spark %s at %s%s".formatted(context.version(), context.master(), read);
  }
}
