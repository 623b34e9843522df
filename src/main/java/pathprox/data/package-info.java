/**
 * Data: samples with their targets, where they come from, and how they are divided.
 *
 * <p>{@link pathprox.data.Dataset} holds samples × features in one matrix and the targets in
 * another; {@link pathprox.data.Split} pairs a training set with a test set. {@link
 * pathprox.data.Digits} and the first images of {@link pathprox.data.Mnist} are in the jar; all of
 * MNIST is downloaded once, checked, and kept. Anything else comes from a CSV file, a Tablesaw
 * table or an ND4J matrix. Rows count from 0 everywhere.
 *
 * <p>May import {@code io} and {@code matrix}.
 */
package pathprox.data;
