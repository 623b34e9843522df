package pathprox.experiment;

import java.util.List;
import pathprox.data.TrainingData;
import pathprox.training.TrainingResult;

/** Where members of a sweep are trained, if not by the threads of this program. */
@FunctionalInterface
public interface MemberRunner {
  /** What is told of members, each once, by one thread at a time. */
  interface Results {
    /** Takes the {@code result} of a {@code member}, its place in the list, from 0. */
    void arrives(int member, TrainingResult result);

    /** Hears the {@code reason} why a {@code member}, its place in the list, has no result. */
    void fails(int member, String reason);
  }

  /**
   * Trains {@code members} on {@code data} and tells {@code results} of each as soon as it ends; if
   * the thread is interrupted, of those that have ended.
   */
  void run(List<SweepMember> members, TrainingData data, Results results);
}
