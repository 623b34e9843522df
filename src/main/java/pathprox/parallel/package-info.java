/**
 * Loops that threads share: on how many ({@link pathprox.parallel.Threads}), what each of them has
 * of its own ({@link pathprox.parallel.Lanes}), and whole tasks side by side ({@link
 * pathprox.parallel.Tasks}).
 */
package pathprox.parallel;
