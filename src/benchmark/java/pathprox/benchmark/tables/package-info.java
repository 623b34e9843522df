/**
 * Tables as people have them: fits beside scikit-learn's, and files read beside pandas, for {@code
 * python3 environment/benchmark.py tables}.
 */
package pathprox.benchmark.tables;
