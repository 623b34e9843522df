package pathprox.training;

import java.io.Serializable;
import pathprox.metrics.Regularity;
import pathprox.metrics.Score;

/**
 * One row of a history: the state after some iterations.
 *
 * @param iteration how many steps were made
 * @param seconds the time these steps took, recording left out
 * @param learningRate γ of the last step, as the method has lowered it; of the first one before any
 * @param undoneSteps how many of the steps were undone, as the method went back to a better state
 * @param batchLoss the data loss of the last batch before its step; NaN before any
 * @param train on the training set
 * @param test on the second set of a split, see {@link pathprox.data.Split}; NaN without one
 * @param regularity norms and active units
 * @param optimality the residual over the training set relative to λ, absolute for λ = 0, see
 *     {@link pathprox.certificate.Optimality#residual}; NaN where it was not measured
 */
public record Measurement(
    int iteration,
    double seconds,
    double learningRate,
    int undoneSteps,
    double batchLoss,
    Score train,
    Score test,
    Regularity regularity,
    double optimality)
    implements Serializable {}
