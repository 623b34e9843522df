package pathprox.training;

import java.util.Locale;
import pathprox.progress.Progress;
import pathprox.progress.ProgressReport;

/** Shows trainings as parts of a task. */
record ProgressListener(Progress task) implements TrainingListener {
  @Override
  public void begins(TrainingPlan plan) {
    task.begins(plan.run(), plan.from(), plan.iterations());
  }

  @Override
  public void steps(int iteration, double batchLoss) {
    task.steps(iteration);
  }

  @Override
  public void records(Measurement row) {
    double loss = row.train().loss();
    double objective = row.regularity().objective(loss);
    task.records(new ProgressReport.Point(loss, objective, row.regularity().activeUnits()));
  }

  @Override
  public void ends(TrainingResult result) {
    task.ends(result.outcome().name().toLowerCase(Locale.ROOT), result.diagnosis());
  }
}
