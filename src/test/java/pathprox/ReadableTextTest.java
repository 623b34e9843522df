package pathprox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.certificate.Guarantees;
import pathprox.certificate.LambdaMax;
import pathprox.certificate.Optimality;
import pathprox.certificate.OptimalityMeasure;
import pathprox.csv.CsvFile;
import pathprox.csv.CsvOptions;
import pathprox.data.Cifar10;
import pathprox.data.Dataset;
import pathprox.data.Examples;
import pathprox.data.Split;
import pathprox.data.StratifiedParts;
import pathprox.evaluation.ClassificationReport;
import pathprox.evaluation.RegressionReport;
import pathprox.experiment.Comparison;
import pathprox.experiment.CrossValidation;
import pathprox.experiment.Lambdas;
import pathprox.experiment.Refit;
import pathprox.experiment.RegularizationPath;
import pathprox.experiment.SparsitySearch;
import pathprox.features.FeaturePlan;
import pathprox.io.SafetensorsFile;
import pathprox.io.WholeFile;
import pathprox.loss.CrossEntropy;
import pathprox.loss.Loss;
import pathprox.loss.MeanSquaredError;
import pathprox.loss.WeightedCrossEntropy;
import pathprox.matrix.Arena;
import pathprox.matrix.Axis;
import pathprox.matrix.Convolution;
import pathprox.matrix.Fingerprint;
import pathprox.matrix.Pooling;
import pathprox.matrix.RandomNumbers;
import pathprox.matrix.Window;
import pathprox.method.PathProx;
import pathprox.method.Problem;
import pathprox.method.Task;
import pathprox.method.UnitTarget;
import pathprox.method.WeightDecay;
import pathprox.method.WorkingSet;
import pathprox.metrics.Evaluator;
import pathprox.metrics.GradientSignAttack;
import pathprox.metrics.InputInfluence;
import pathprox.metrics.InputNoise;
import pathprox.metrics.Regularity;
import pathprox.metrics.Robustness;
import pathprox.metrics.Score;
import pathprox.metrics.UnitPictures;
import pathprox.model.Fitting;
import pathprox.model.Model;
import pathprox.network.Architecture;
import pathprox.network.AvgPool2d;
import pathprox.network.Conv2d;
import pathprox.network.Dense;
import pathprox.network.Flatten;
import pathprox.network.Initialization;
import pathprox.network.MaxPool2d;
import pathprox.network.Network;
import pathprox.network.Relu;
import pathprox.network.Shape;
import pathprox.network.running.Conv2dStage;
import pathprox.network.running.DenseChain;
import pathprox.network.running.DenseStage;
import pathprox.network.running.PoolStage;
import pathprox.network.running.WorkingNetwork;
import pathprox.notebook.Diagnostics;
import pathprox.notebook.PathProxExtension;
import pathprox.notebook.view.Rendering;
import pathprox.notebook.view.View;
import pathprox.parallel.Lanes;
import pathprox.parallel.Tasks;
import pathprox.penalty.GroupLasso;
import pathprox.penalty.Mcp;
import pathprox.penalty.Powers;
import pathprox.penalty.SquaredNorm;
import pathprox.plot.Chart;
import pathprox.plot.LineStyle;
import pathprox.plot.Run;
import pathprox.plot.SignificantDigits;
import pathprox.progress.Progress;
import pathprox.progress.ProgressReport;
import pathprox.table.HistoryTable;
import pathprox.training.ConstantInputs;
import pathprox.training.LearningRate;
import pathprox.training.Saving;
import pathprox.training.Trainer;
import pathprox.training.TrainingOptions;
import pathprox.training.TrainingPlan;
import pathprox.training.TrainingResult;
import pathprox.tutorial.balance.OneUnit;
import pathprox.tutorial.practice.KeptFiles;
import pathprox.tutorial.practice.StopButton;
import pathprox.tutorial.spline.Spline;

/** A cell that ends with a value of the library shows a text that can be read. */
class ReadableTextTest {
  private static final int LONGEST = 3000;
  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}|\\$\\$Lambda|\\[[DFIJL]@");

  private static final Network NETWORK = Problem.factorized(DataType.DOUBLE);
  private static final Dataset DATA = Problem.data();
  private static final Split SPLIT = new Split(DATA, DATA);
  private static final Loss LOSS = new CrossEntropy();
  private static final TrainingOptions OPTIONS = Problem.options().withIterations(300);
  private static final Trainer TRAINER = Trainer.with(OPTIONS);
  private static final TrainingResult RESULT = TRAINER.train(NETWORK, SPLIT, PathProx.of(0.01));

  /** What the kernel makes, and nobody else; what a training tells its method; what nobody gets. */
  private static final Set<Class<?>> NO_VALUES =
      Set.of(
          PathProxExtension.class, Task.class, Tasks.class, SafetensorsFile.class, WholeFile.class);

  static Stream<Object> values() {
    return Stream.of(data(), networks(), training(), metrics(), experiments(), models(), inner())
        .flatMap(List::stream);
  }

  private static List<Object> data() {
    return List.of(
        DATA,
        SPLIT,
        CsvFile.read("notebooks/data/wine.csv"),
        CsvOptions.guess().withSeparator(';').withMissing("?"),
        Examples.of(DATA, DataType.FLOAT, new Arena()),
        new Fingerprint().with("a text"),
        Cifar10.cropAndFlip(),
        new Chart(List.of(), Map.of()),
        LineStyle.forNames(List.of("a")).get(0),
        Run.in(HistoryTable.of(RESULT.history()), "iteration").get(0),
        Run.in(HistoryTable.of(RESULT.history())).get(0).line("iteration", "objective", "a"),
        new SignificantDigits(4),
        View.text("a view"),
        Rendering.all(false).get(0).get(),
        Diagnostics.diagnostics());
  }

  private static List<Object> networks() {
    Architecture architecture = NETWORK.architecture();
    return List.of(
        NETWORK,
        architecture,
        architecture.pairing(),
        architecture.pairing().pairs().get(0),
        NETWORK.summary(),
        NETWORK.summary().lines().get(0),
        Shape.of(3, 2),
        new Dense(2, 3),
        new Relu(),
        new Flatten(),
        new MaxPool2d(2),
        new AvgPool2d(2),
        Conv2d.same(1, 2, 3),
        Initialization.kaimingUniform(),
        Initialization.kaimingNormal());
  }

  private static final TrainingPlan PLAN = new TrainingPlan("a run", 0.1, 0, 10);

  private static List<Object> training() {
    List<ProgressReport.Point> points = List.of(new ProgressReport.Point(1, 2, List.of(3)));
    return List.of(
        RESULT,
        RESULT.history(),
        RESULT.history().last(),
        RESULT.outcome(),
        TRAINER,
        OPTIONS,
        OPTIONS.batching(),
        OPTIONS.stopWhenOptimal(0.1).recording(),
        PLAN,
        Saving.in("runs"),
        Progress.of("a task", 3),
        new ProgressReport(
            "a task",
            "iteration",
            1,
            3,
            "a run",
            0,
            4,
            10,
            points,
            25,
            "running",
            Optional.empty()),
        points.get(0),
        LearningRate.constant(0.1),
        LearningRate.stepped(0.1, 0.5, 10, 20),
        LearningRate.cosine(0.1, 10, 20, 0.01),
        LearningRate.exponential(0.1, 0.5, 10),
        OPTIONS.withAugmentation(Cifar10.cropAndFlip()),
        LOSS,
        new MeanSquaredError(),
        WeightedCrossEntropy.balanced(3, 1),
        PathProx.of(0.1),
        PathProx.recommended(0.1),
        UnitTarget.perPair(3),
        new WeightDecay(0.1),
        WorkingSet.lazy(5),
        new GroupLasso(0.1),
        new SquaredNorm(0.1),
        Powers.of(0.1, 0.5),
        new Mcp(0.1, 1));
  }

  private static List<Object> metrics() {
    Optimality optimality = Optimality.of(NETWORK, DATA, LOSS, 0.1);
    Guarantees guarantees = RESULT.guarantees();
    UnitPictures pictures = UnitPictures.of(NETWORK, 2, 3);
    return List.of(
        optimality,
        optimality.units().get(0),
        optimality.layers().get(0),
        guarantees,
        guarantees.lipschitz(),
        guarantees.lipschitz().parts().get(0),
        guarantees.width(),
        guarantees.width().pairs().get(0),
        pictures,
        pictures.units().get(0),
        Regularity.of(NETWORK),
        Score.of(NETWORK, DATA, LOSS),
        Robustness.of(NETWORK, DATA, new InputNoise(1), 0, 0.5),
        new InputNoise(1),
        new GradientSignAttack(LOSS),
        LambdaMax.of(NETWORK, DATA, LOSS),
        InputInfluence.of(NETWORK),
        ClassificationReport.of(
            List.of("a", "b"), new int[] {0, 1}, new double[][] {{1, 0}, {1, 0}}),
        RegressionReport.of("y", new double[] {1, 2}, new double[] {2, 2}, 0),
        new Spline("a line", Architecture.mlp(1, 3, 1).initialize(1)));
  }

  private static List<Object> experiments() {
    RegularizationPath path = RegularizationPath.over(Lambdas.of(0.01, 0.02));
    SparsitySearch search = SparsitySearch.of(UnitTarget.share(1));
    Comparison comparison = Comparison.of(new WeightDecay(0.1), PathProx.of(0.1));
    return List.of(
        comparison,
        comparison.train(TRAINER, NETWORK, SPLIT),
        path,
        path.lambdas(),
        path.train(TRAINER, NETWORK, SPLIT),
        search,
        search.target(),
        search.train(TRAINER, NETWORK, SPLIT),
        new OneUnit(1, 0.1),
        new KeptFiles(Path.of("runs"), List.of(Path.of("runs", "members.csv"))),
        StopButton.afterTrainings(7),
        Refit.of(RESULT, TRAINER, SPLIT));
  }

  private static List<Object> models() {
    FeaturePlan plan = FeaturePlan.of(DATA.table(), "label");
    CrossValidation folds = CrossValidation.over(Lambdas.of(0.02, 0.01));
    Fitting fitting =
        Fitting.of(plan)
            .withMethod(PathProx.of(0.01))
            .withOptions(OPTIONS.withIterations(20))
            .withFolds(2);
    Model model = fitting.fit();
    return List.of(
        plan,
        plan.encoder(),
        plan.target(),
        FeaturePlan.of(DATA.table(), "x0").target(),
        plan.folds(2, 0).get(0),
        StratifiedParts.equal(new double[] {1, 2}, 2, 0),
        folds,
        folds.train(TRAINER, NETWORK, DATA.folds(2, 0)),
        fitting,
        model,
        model.origin(),
        model.predict(Map.of("x0", 1, "x1", 0, "x2", 0, "x3", 0, "x4", 0, "x5", 0)));
  }

  private static List<Object> inner() {
    WorkingNetwork copy = NETWORK.working();
    Examples examples = Examples.of(DATA, DataType.DOUBLE, new Arena());
    Axis axis = new Axis(4, 1, 1, 3, 1, 4);
    Window window = new Window(axis, axis);
    return List.of(
        copy,
        copy.pairs().get(0),
        copy.layers().get(0),
        copy.layers().get(0).weights(),
        copy.parameters(),
        copy.arena(),
        new DenseStage(copy.layers().get(0), copy.arena()),
        new DenseChain(copy.layers().get(1), copy.layers().get(0), copy.arena()),
        new Conv2dStage(copy.layers().get(0), window, copy.arena()),
        new PoolStage(window, Pooling.Kind.MAXIMUM, copy.arena()),
        new Evaluator(copy, examples, LOSS),
        new OptimalityMeasure(copy, examples, LOSS),
        ConstantInputs.of(
                NETWORK.architecture(), new Arena().copyOf(Nd4j.ones(3, 6), DataType.DOUBLE), false)
            .orElseThrow(),
        new Arena().zeros(DataType.FLOAT, 2, 3),
        new Arena().zeros(DataType.DOUBLE, 2, 3),
        new Arena(),
        new Arena().buffer(),
        axis,
        window,
        new Convolution(DataType.FLOAT, window, new Arena()),
        new Pooling(DataType.FLOAT, window, Pooling.Kind.AVERAGE),
        new Lanes<>(Object::new),
        RandomNumbers.of(1, "text", 0));
  }

  @ParameterizedTest
  @MethodSource("values")
  void toString_anyValue_canBeRead(Object value) {
    String text = value.toString();
    assertFalse(text.isBlank(), value.getClass().getName());
    assertFalse(IDENTITY.matcher(text).find(), text);
    assertTrue(text.length() <= LONGEST, text.length() + " characters: " + value.getClass());
  }

  /** So that a class that is added is not forgotten here; a record prints itself. */
  @Test
  void values_areOfAllPublicTypes() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/pathprox"))) {
      List<String> names =
          files
              .map(file -> Path.of("src/main/java").relativize(file).toString())
              .filter(name -> name.endsWith(".java") && !name.contains("-info"))
              .map(name -> name.replaceAll("\\.java$", "").replaceAll("[/\\\\]", "."))
              .toList();
      List<Object> values = values().toList();
      for (String name : names) {
        Class<?> type = type(name);
        if (isValue(type) && values.stream().noneMatch(type::isInstance)) {
          missing.add(name);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, ReadableTextTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Public classes with anything that is not static; texts of enums and exceptions are Java's. */
  private static boolean isValue(Class<?> type) {
    Set<Method> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .collect(Collectors.toSet());
    return Modifier.isPublic(type.getModifiers())
        && !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !Throwable.class.isAssignableFrom(type)
        && !NO_VALUES.contains(type)
        && !methods.isEmpty();
  }
}
