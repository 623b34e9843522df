/**
 * The trainings of {@code python3 environment/benchmark.py convergence}. Which of them are run, how
 * long, and what is computed from their curves is in {@code environment/convergence}.
 */
package pathprox.benchmark.convergence;
