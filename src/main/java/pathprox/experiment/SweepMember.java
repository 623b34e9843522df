package pathprox.experiment;

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
 */
public record SweepMember(
    Architecture architecture, DataType type, Method method, TrainingOptions options) {
  /** {@return the network that it starts from} */
  public Network start() {
    return architecture.initialize(options.batching().seed(), type);
  }

  /** {@return what {@code trainer}, with the options of this, comes to on {@code data}} */
  public TrainingResult train(Trainer trainer, TrainingData data) {
    return new Runs(trainer.withOptions(options), data).trainOrDiverge(start(), method);
  }

  /** Of this training, which ended by an exception. */
  TrainingResult failed(Trainer trainer, TrainingData data, String message) {
    return trainer.withOptions(options).failed(start(), data, method, message);
  }

  @Override
  public String toString() {
    return "%s, %s, %s".formatted(method.name(), architecture.line(), options);
  }
}
