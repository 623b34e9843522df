package pathprox.benchmark.convergence;

/**
 * A figure that is good if it is low, as {@code benchmark.py} shows it.
 *
 * @param work what was measured
 * @param measured infinite if it was not reached
 * @param must what the project promises itself
 * @param aim what would be better; null if nothing would
 * @param note how it came about
 */
record Row(String work, double measured, Double must, Double aim, String note) {}
