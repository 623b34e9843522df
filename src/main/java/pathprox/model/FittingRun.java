package pathprox.model;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pathprox.data.Dataset;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.experiment.CrossValidation;
import pathprox.experiment.CrossValidationResult;
import pathprox.features.Fold;
import pathprox.features.TableEncoder;
import pathprox.features.ValueTarget;
import pathprox.io.JarVersion;
import pathprox.method.Method;
import pathprox.method.PathProx;
import pathprox.metrics.ActiveUnits;
import pathprox.model.Model.Evidence;
import pathprox.network.Architecture;
import pathprox.network.Network;
import pathprox.plot.SignificantDigits;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingResult;

/** The way from a {@link Fitting} to its model. */
final class FittingRun {
  private static final SignificantDigits DIGITS = new SignificantDigits(3);

  private final Fitting fitting;
  private final TableEncoder encoder;
  private final int[] rows; // that it trains on, from 0
  private final Dataset data;
  private final TrainingOptions options;
  private final Network start;

  FittingRun(Fitting fitting) {
    this.fitting = fitting;
    encoder = fitting.plan().encoder();
    rows = fitting.plan().rows();
    data = encoder.dataset(fitting.plan().source(), rows);
    options = fitting.optionsFor(data);
    boolean hasPairs = !fitting.widths().isEmpty() || fitting.method().isPresent();
    require(
        hasPairs,
        "without hidden units there is no pair for PathProx: give a method for linear models, such"
            + " as withMethod(new WeightDecay(1e-2))");
    IntStream hidden = fitting.widths().stream().mapToInt(Integer::intValue);
    IntStream sizes = IntStream.concat(IntStream.of(data.inputs()), hidden);
    start =
        Architecture.mlp(IntStream.concat(sizes, IntStream.of(data.outputs())).toArray())
            .initialize(fitting.seed());
  }

  Model model() {
    List<Fold> folds =
        fitting.folds() == 0
            ? List.of()
            : fitting.plan().folds(Math.min(fitting.folds(), data.size()), fitting.seed());
    return fitting.method().map(method -> by(method, folds)).orElseGet(() -> byChoice(folds));
  }

  /** The network first, so that an interruption leaves a model. */
  private Model by(Method method, List<Fold> folds) {
    TrainingResult result = trained(method);
    if (result.outcome() == Outcome.INTERRUPTED && result.iterations() == 0) {
      throw new IllegalStateException("the fitting was interrupted before its first step");
    }
    CrossValidationResult validation =
        folds.isEmpty()
            ? CrossValidationResult.of(List.of())
            : validated(CrossValidation.of(method), folds);
    return model(result, validation, 0, folds, List.of());
  }

  private Model byChoice(List<Fold> folds) {
    CrossValidationResult validation = validated(CrossValidation.over(Fitting.LAMBDAS), folds);
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException(
          "the fitting was interrupted in its cross-validation, before there was a network to keep:"
              + " a method that is given, such as PathProx.recommended(1e-2), needs one training");
    }
    int place = validation.sparsest();
    CrossValidationResult.Error chosen = validation.errors().get(place);
    CrossValidationResult.Error best = validation.errors().get(validation.best());
    List<String> notes = new ArrayList<>();
    String choice =
        "of %s λ the largest that cannot be told from the best, by the standard error of";
    notes.add(
        choice.formatted(Fitting.LAMBDAS.values().size()) + " the difference: " + text(chosen));
    if (place != validation.best()) {
      notes.add("the best: " + text(best));
    }
    if (place == 0 || validation.best() == Fitting.LAMBDAS.values().size() - 1) {
      notes.add(
          "the best or the chosen λ is at an end of what was tried, "
              + Fitting.LAMBDAS
              + "; a method with another λ can be given");
    }
    TrainingResult result = trained(PathProx.recommended(chosen.lambda()));
    return model(result, validation, place, folds, notes);
  }

  private TrainingResult trained(Method method) {
    return Trainer.with(options).train(start, data, method);
  }

  private CrossValidationResult validated(CrossValidation validation, List<Fold> folds) {
    Trainer atTheEnd = Trainer.with(options.withRecordEvery(Math.max(1, options.iterations())));
    CrossValidationResult result =
        validation.train(atTheEnd, start, folds.stream().map(Fold::split).toList());
    return data.isClassification()
        ? result
        : result.scaledBy(folds.stream().map(FittingRun::variance).toList());
  }

  private static double variance(Fold fold) {
    double deviation = ((ValueTarget) fold.encoder().target()).deviation();
    return deviation * deviation;
  }

  private String text(CrossValidationResult.Error error) {
    return data.isClassification()
        ? error.toString()
        : "λ %s: root mean squared error %s, %s units"
            .formatted(
                DIGITS.format(error.lambda()),
                DIGITS.format(Math.sqrt(error.loss())),
                DIGITS.format(error.units()));
  }

  private Model model(
      TrainingResult result,
      CrossValidationResult validation,
      int place,
      List<Fold> folds,
      List<String> choice) {
    Optional<CrossValidationResult> complete =
        validation.results().isEmpty() ? Optional.empty() : Optional.of(validation);
    List<Network> networks =
        complete.stream()
            .flatMap(found -> found.results().get(place).stream())
            .map(TrainingResult::network)
            .toList();
    Evidence evidence =
        new Evidence(
            result,
            complete,
            Optional.of(networks)
                .filter(each -> !each.isEmpty() && data.isClassification())
                .map(each -> Answer.classification(encoder.target(), Answer.of(folds, each))),
            Optional.of(networks)
                .filter(each -> !each.isEmpty() && !data.isClassification())
                .map(
                    each ->
                        Answer.regression((ValueTarget) encoder.target(), Answer.of(folds, each))));
    Method method =
        fitting.method().orElseGet(() -> PathProx.recommended(result.history().lambda()));
    List<String> notes = new ArrayList<>(fitting.plan().notes());
    notes.addAll(rowsLeftOut());
    notes.addAll(unusualRows());
    evidence.classification().ifPresent(report -> notes.addAll(Caution.of(report, options.loss())));
    notes.addAll(choice);
    if (folds.isEmpty()) {
      notes.add("no folds were asked for, so nothing is known about new rows");
    }
    if (!folds.isEmpty() && complete.isEmpty()) {
      notes.add("the cross-validation was interrupted: nothing is known about new rows");
    }
    Origin origin =
        new Origin(
            method.name(),
            method.lambda(),
            result.summary(),
            options.toString(),
            fitting.seed(),
            data.size(),
            data.fingerprint(),
            JarVersion.of("io.github.pathprox/pathprox"),
            "active units %s of %s"
                .formatted(ActiveUnits.perPair(result.network()), fitting.widths()),
            notes,
            measures(evidence, folds.size()));
    return new Model(encoder, result.network().compact(), origin, Optional.of(evidence));
  }

  private List<String> rowsLeftOut() {
    int left = fitting.plan().source().rowCount() - data.size();
    String why = " rows without a target, or without a value that they need, were left out";
    return left == 0 ? List.of() : List.of(left + why);
  }

  /** Numbers far from all others may be wrong digits. */
  private List<String> unusualRows() {
    List<String> notes = encoder.notes(fitting.plan().source());
    List<String> unusual =
        Arrays.stream(rows)
            .filter(row -> !notes.get(row).isEmpty())
            .mapToObj(row -> "row " + (row + 1) + ": " + notes.get(row))
            .toList();
    String first = " rows with numbers far from all others, such as ";
    return unusual.isEmpty() ? List.of() : List.of(unusual.size() + first + unusual.get(0));
  }

  private List<String> measures(Evidence evidence, int folds) {
    List<String> lines = new ArrayList<>();
    evidence.classification().map(ClassificationReport::lines).ifPresent(lines::addAll);
    evidence.regression().map(RegressionReport::lines).ifPresent(lines::addAll);
    if (!lines.isEmpty()) {
      String chose = fitting.method().isPresent() ? "" : ", which chose λ, too";
      String how = "each row by a network that was trained without it, in %s folds%s:";
      lines.add(0, how.formatted(folds, chose));
    }
    return lines;
  }
}
