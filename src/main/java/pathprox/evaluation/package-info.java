/**
 * Predictions beside the truth: the measures that readers of a paper or a report expect, and their
 * figures, whatever made the predictions.
 *
 * <p>Counts and errors are those of ND4J's {@code org.nd4j.evaluation}; what that lacks or gets
 * wrong is computed here, and each place says why. May import {@code plot} and {@code matrix}.
 */
package pathprox.evaluation;
