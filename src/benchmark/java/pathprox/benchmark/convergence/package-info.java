/**
 * Problems that are solved exactly, and their rows in the table of {@code python3
 * environment/benchmark.py convergence}.
 */
package pathprox.benchmark.convergence;
