package pathprox.network;

/**
 * The parameters of one layer in a working copy.
 *
 * @param weights one row for each unit
 * @param bias a column with one number for each output
 * @param rows what a row of the weights stands for
 */
public record LayerParameters(Parameter weights, Parameter bias, Rows rows) {}
