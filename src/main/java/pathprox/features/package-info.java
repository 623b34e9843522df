/**
 * From the columns of a table to the inputs and targets of a network, by a {@linkplain
 * pathprox.features.FeaturePlan plan} that can be read and changed; what it has learned, the
 * {@linkplain pathprox.features.TableEncoder encoder}, takes new rows, by the names of their
 * columns. Rows count from 0, in messages from 1. May import {@code data}, {@code matrix} and
 * {@code plot}. A new kind of column is one record that implements {@code Encoding} and stands in
 * its list.
 */
package pathprox.features;
