/**
 * JMH on the parts of a step: {@code python3 environment/benchmark.py kernels}, followed by a part
 * of a name and by JMH's own options, such as {@code StepBenchmark -prof gc} for allocations.
 */
package pathprox.benchmark.kernels;
