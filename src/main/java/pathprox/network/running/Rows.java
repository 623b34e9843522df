package pathprox.network.running;

/** What a row of a weight matrix stands for, so that each unit's weights lie side by side. */
public enum Rows {
  /** Row i holds the weights into output i: the incoming layer of a pair, and unpaired layers. */
  OUTPUTS,
  /** Row i holds the weights out of input i: the outgoing layer of a pair. */
  INPUTS
}
