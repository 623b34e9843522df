package pathprox.training;

/** Whether a training goes on, as a listener sees it. */
public enum Verdict {
  /** The next iteration is made, if there is one. */
  GO_ON,
  /** The training ends with {@link Outcome#STOPPED} and gives back what it has. */
  STOP
}
