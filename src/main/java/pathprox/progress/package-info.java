/**
 * How a long task is seen while it runs: in a terminal, in a notebook, or wherever {@link
 * pathprox.progress.Progress#show} says.
 *
 * <p>Knows trainings by names and numbers alone. Imports {@code io}, for how a thread is waited
 * for.
 */
package pathprox.progress;
