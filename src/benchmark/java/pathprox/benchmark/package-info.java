/**
 * What {@code python3 environment/benchmark.py speed} times: a class for each work, and the {@code
 * Worker} that is asked for them. The twins in PyTorch are in {@code src/benchmark/python}.
 */
package pathprox.benchmark;
