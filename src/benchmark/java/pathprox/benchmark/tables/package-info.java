/**
 * Tables as people have them, for {@code python3 environment/benchmark.py tables}; bounds are in
 * {@code environment/tables}.
 */
package pathprox.benchmark.tables;
