/**
 * The trainings of {@code python3 environment/benchmark.py frontier}: how accurate a network is
 * with a share of its units, by the recommended method and by others that make networks small.
 */
package pathprox.benchmark.frontier;
