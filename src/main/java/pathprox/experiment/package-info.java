/**
 * Several trainings with one question: methods side by side in one tidy table and one picture, a
 * path over λ, a λ for a wanted number of units, a refit of the units that were kept, the balance
 * of units during a training; and one unit alone, small enough to be drawn.
 *
 * <p>May import {@code training}, {@code progress}, {@code method}, {@code metrics}, {@code
 * penalty}, {@code data}, {@code network} and {@code plot}.
 */
package pathprox.experiment;
