package pathprox.training;

/**
 * What a training will do.
 *
 * @param run the name of the run
 * @param lambda λ of the objectives
 * @param from the iteration it goes on from, 0 for a new training
 * @param iterations the iteration it ends at, if nothing ends it before
 */
public record TrainingPlan(String run, double lambda, int from, int iterations) {}
