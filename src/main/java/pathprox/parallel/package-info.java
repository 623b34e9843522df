/**
 * Loops that threads share: on how many ({@link pathprox.parallel.Threads}), and what each of them
 * has of its own ({@link pathprox.parallel.Lanes}).
 */
package pathprox.parallel;
