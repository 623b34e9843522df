/** What is measured of tables: fits beside scikit-learn's, and files read beside pandas. */
package pathprox.benchmark.tables;
