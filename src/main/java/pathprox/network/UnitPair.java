package pathprox.network;

/**
 * Two layers whose units can be rescaled without changing the function: unit i is row i of the
 * incoming weights w with its bias, and column i of the outgoing weights v.
 *
 * @param incoming the number of the incoming layer among the layers with parameters, from 0
 * @param outgoing the number of the outgoing layer, always {@code incoming + 1}
 * @param units the number of units between them
 */
public record UnitPair(int incoming, int outgoing, int units) {}
