/**
 * Several trainings with one question: methods side by side in one tidy table and one picture, a
 * path over λ, a λ for a wanted number of units, and a refit of the units that were kept.
 *
 * <p>May import {@code training}, {@code progress}, {@code method}, {@code metrics}, {@code table},
 * {@code data}, {@code network}, {@code matrix} and {@code plot}.
 */
package pathprox.experiment;
