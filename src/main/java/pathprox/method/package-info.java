/**
 * Training methods: each is a way to split the regularization between a smooth penalty, whose
 * gradient joins the descent step, and a proximable one, whose proximal operator follows it.
 *
 * <p>A number out of the range that stands at its component is refused by an {@link
 * IllegalArgumentException}. May import {@code penalty}, {@code network} and {@code matrix}. A new
 * method is one new class that implements {@link pathprox.method.Method}.
 */
package pathprox.method;
