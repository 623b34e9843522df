/**
 * Data losses: how far outputs are from targets, and the gradient of that.
 *
 * <p>Every loss is a mean over the samples of a batch. May import {@code network} and {@code
 * matrix}. A new loss is one new class that implements {@link pathprox.loss.Loss}.
 */
package pathprox.loss;
