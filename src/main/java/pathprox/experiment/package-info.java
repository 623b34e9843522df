/**
 * Runs side by side: trainings of several methods brought into one tidy table and one picture.
 *
 * <p>May import {@code training} and {@code plot}.
 */
package pathprox.experiment;
