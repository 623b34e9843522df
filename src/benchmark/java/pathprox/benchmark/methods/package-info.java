/**
 * The trainings of {@code python3 environment/benchmark.py methods}: the recommended method at its
 * default beside its rivals, each at the best of the settings that are tried on the first seed.
 */
package pathprox.benchmark.methods;
