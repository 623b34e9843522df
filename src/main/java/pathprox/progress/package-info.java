/**
 * How a long task is seen while it runs: in a terminal, in a notebook, or wherever {@link
 * pathprox.progress.Progress#show} says.
 *
 * <p>Knows trainings by names and numbers alone, and imports no other package of this library.
 */
package pathprox.progress;
