/**
 * Data: samples with their targets, where they come from, and how they are divided. {@link
 * pathprox.data.Digits} and the first images of {@link pathprox.data.Mnist} are in the jar, all of
 * MNIST and CIFAR-10 are downloaded once, checked, and kept; anything else comes from a CSV file, a
 * Tablesaw table or an ND4J matrix. Rows count from 0, in messages about files and tables from 1.
 * May import {@code csv}, {@code io}, {@code progress} and {@code matrix}.
 */
package pathprox.data;
