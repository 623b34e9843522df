package pathprox.benchmark.methods;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import pathprox.benchmark.ResultFile;

/** The results of one problem. What is there is not run again. */
final class Results {
  private final ResultFile<Result> file;
  private final String fingerprint;

  /** Reads what there is; results of another fingerprint are left alone and not counted. */
  Results(Path folder, Problem problem, String fingerprint) throws IOException {
    file = new ResultFile<>(folder.resolve(problem.title() + ".jsonl"), Result.class);
    this.fingerprint = fingerprint;
  }

  Optional<Result> of(Setting setting, long seed) {
    return file.find(
        each ->
            each.fingerprint().equals(fingerprint)
                && each.seed() == seed
                && each.setting().equals(setting));
  }

  /** Deletes the results of the recommended method, after it has changed. */
  void forgetRecommended() {
    file.forget(each -> each.method().equals(Contender.RECOMMENDED.title()));
  }

  void add(Result result) {
    file.add(result);
  }
}
