/**
 * Trainings on the executors of Apache Spark: {@link pathprox.spark.SparkTasks}. Only a build with
 * {@code -Pspark} has this package. May import {@code data}, {@code matrix} and {@code parallel};
 * Spark is known here alone. What crosses the wire is in {@code Wire}.
 */
package pathprox.spark;
