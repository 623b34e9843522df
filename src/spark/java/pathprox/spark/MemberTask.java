package pathprox.spark;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function;
import pathprox.data.TrainingData;
import pathprox.parallel.Tasks;

/** What an executor does with one member: bytes of the member to bytes of its answer. */
final class MemberTask implements Function<byte[], byte[]> {
  private static final long serialVersionUID = 1;

  private final RunData data;
  private final byte[] work;

  MemberTask(RunData data, byte[] work) {
    this.data = data;
    this.work = work;
  }

  /** A result, or why there is none. */
  record Answer(Object result, String failure) implements Serializable {}

  /** What is thrown here is the machine's fault, and Spark tries another one. */
  @Override
  public byte[] call(byte[] member) throws IOException, ClassNotFoundException {
    TrainingData present = data.get();
    Answer answer = answer(Wire.value(member), present);
    // A training that is interrupted ends early, as if all were well.
    if (Thread.currentThread().isInterrupted()) {
      throw new TaskKilledException("interrupted");
    }
    return Wire.bytes(answer);
  }

  /** Errors too: in a notebook Spark would end the kernel at one that it gets to see. */
  private Answer answer(Object member, TrainingData present) {
    try {
      @SuppressWarnings("unchecked")
      var function = (SparkTasks.Work<Object, Object>) Wire.value(work);
      Object[] result = new Object[1];
      Tasks.run(1, i -> result[0] = function.of(member, present)); // its loops on this thread
      return new Answer(result[0], null);
    } catch (Throwable thrown) {
      return new Answer(null, thrown.toString());
    }
  }
}
