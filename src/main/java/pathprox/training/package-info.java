/**
 * The training loop: the only one, whatever the method.
 *
 * <p>A number out of the range that stands at its component is refused by an {@link
 * IllegalArgumentException}, null by a {@link NullPointerException}. May import {@code progress},
 * {@code method}, {@code certificate}, {@code metrics}, {@code loss}, {@code penalty}, {@code
 * data}, {@code io}, {@code network} and {@code matrix}. {@link pathprox.training.Trainer} is the
 * door; a new learning rate schedule is one lambda or class.
 */
package pathprox.training;
