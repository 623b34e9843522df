package pathprox.benchmark.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * All that the result of a trial depends on beside the code.
 *
 * @param setting of the competitor
 * @param shares of the units that are wanted, from the smallest
 * @param lambdas where a search for the shares begins; none where it begins anywhere
 * @param seed of data, initialization and shuffling
 * @param fold which fifth of the training set judges; null if the test set does
 * @param iterations of all trainings that lead to one network together
 * @param fingerprint of network and data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Order(
    Setting setting,
    List<Double> shares,
    List<Double> lambdas,
    long seed,
    Integer fold,
    int iterations,
    String fingerprint) {}
