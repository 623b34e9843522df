/**
 * Problems that are solved exactly, for {@code python3 environment/benchmark.py convergence};
 * bounds are in {@code environment/convergence}.
 */
package pathprox.benchmark.convergence;
