package pathprox.experiment;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import pathprox.data.TrainingData;
import pathprox.method.Method;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/**
 * One training of a {@link Sweep}, as values that can be sent to another machine.
 *
 * @param architecture of its network
 * @param type of its numbers, {@code FLOAT} or {@code DOUBLE}
 * @param method how it is trained
 * @param options with the seed of the network, which batches have too
 * @param timeLimit after which it ends with what it has; empty for never
 */
public record SweepMember(
    Architecture architecture,
    DataType type,
    Method method,
    TrainingOptions options,
    Optional<Duration> timeLimit)
    implements Serializable {
  /** {@return the network that it starts from} */
  public Network start() {
    return architecture.initialize(options.batching().seed(), type);
  }

  /** {@return what {@code trainer}, with the options of this, comes to on {@code data}} */
  public TrainingResult train(Trainer trainer, TrainingData data) {
    Trainer member = trainer.withOptions(options);
    if (timeLimit.isEmpty()) {
      return new Runs(member, data).trainOrDiverge(start(), method);
    }
    TimeLimit limit = new TimeLimit(timeLimit.get());
    return limit.named(new Runs(member.listening(limit), data).trainOrDiverge(start(), method));
  }

  /** Its result, if it is in the folder of the trainer. */
  Optional<TrainingResult> kept(Trainer trainer, TrainingData data) {
    return trainer.saving().isEmpty()
        ? Optional.empty() // without drawing the start
        : trainer.withOptions(options).kept(start(), data, method);
  }

  /** Puts its result into the folder of the trainer, if there is one. */
  TrainingResult keep(Trainer trainer, TrainingData data, TrainingResult result) {
    return trainer.withOptions(options).keep(start(), data, method, result);
  }

  /** Of this training, which ended by an exception. */
  TrainingResult failed(Trainer trainer, TrainingData data, String message) {
    String line = String.join(" ", message.lines().map(String::strip).toList());
    return trainer.withOptions(options).failed(start(), data, method, line);
  }

  @Override
  public String toString() {
    return "%s, %s, %s".formatted(method.name(), architecture.line(), options);
  }
}
