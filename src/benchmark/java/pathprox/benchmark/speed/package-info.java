/**
 * The commands {@code speed} and {@code scaling} of {@code python3 environment/benchmark.py}: works
 * of the library and of PyTorch, timed in turns.
 */
package pathprox.benchmark.speed;
