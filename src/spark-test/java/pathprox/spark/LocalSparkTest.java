package pathprox.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.data.Dataset;
import pathprox.data.DatasetFile;
import pathprox.data.Digits;
import pathprox.data.Split;
import pathprox.data.TrainingData;
import pathprox.experiment.MemberRunner;
import pathprox.experiment.Sweep;
import pathprox.experiment.SweepMember;
import pathprox.experiment.SweepResult;
import pathprox.method.WeightDecay;
import pathprox.network.Architecture;
import pathprox.training.LearningRate;
import pathprox.training.Outcome;
import pathprox.training.Trainer;
import pathprox.training.TrainingListener;
import pathprox.training.TrainingResult;

/** Two executor threads in this JVM, which is all of Spark but its processes. */
@Tag("lasting")
class LocalSparkTest {
  private static final Split DATA = Digits.load().split(0.5, 1);

  private static JavaSparkContext context;

  @BeforeAll
  static void start() {
    context = new JavaSparkContext(conf());
  }

  private static SparkConf conf() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("LocalSparkTest")
        .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.bindAddress", "127.0.0.1");
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  /** The bits of all weights, which a history does not have. */
  static List<String> bits(TrainingResult result) {
    return IntStream.range(0, 2)
        .mapToObj(layer -> result.network().weights(layer).data().asBytes())
        .map(bytes -> HexFormat.of().formatHex(bytes))
        .toList();
  }

  @Test
  void run_members_eachHasTheBitsOfALocalTraining() {
    List<SweepMember> members = Members.several(6, 60);
    Answers<TrainingResult> answers = new Answers<>();

    SparkTasks.on(context.sc()).run(DATA, members, Members::train, answers);

    assertEquals(Set.of(), answers.failures.keySet());
    assertEquals(6, answers.results.size());
    for (int i = 0; i < members.size(); i++) {
      TrainingResult here = Members.train(members.get(i), DATA);
      assertEquals(bits(here), bits(answers.results.get(i)));
      assertEquals(here.history().last().train(), answers.results.get(i).history().last().train());
    }
  }

  @Test
  void train_sweep_isThatOfThisMachineAndIsKept(@TempDir Path folder) {
    Trainer trainer = Trainer.with(Members.options(60)).saving(folder);
    SweepResult here = Members.sweep().train(Trainer.with(Members.options(60)), DATA);
    SweepResult there = SparkSweep.on(context).train(Members.sweep(), trainer, DATA);
    MemberRunner refusing =
        (members, data, results) -> assertEquals(List.of(), members, "trained again");
    SweepResult kept = Members.sweep().train(trainer, DATA, refusing);

    for (SweepResult result : List.of(there, kept)) {
      assertEquals(16, result.results().size());
      assertEquals(here.table().print(99), result.table().print(99));
      for (int i = 0; i < 16; i++) {
        assertEquals(
            here.results().get(i).network().fingerprint(),
            result.results().get(i).network().fingerprint());
      }
    }
  }

  @Test
  void train_sweepWithAFailure_isARow() {
    Sweep sweep =
        Sweep.of(Architecture.mlp(64, 8, 10), Architecture.mlp(64, 8, 1))
            .withMethods(new WeightDecay(0.01));
    SweepResult result =
        SparkSweep.on(context).train(sweep, Trainer.with(Members.options(20)), DATA);

    assertEquals(Outcome.COMPLETED, result.results().get(0).outcome());
    assertEquals(Outcome.FAILED, result.results().get(1).outcome());
    String reason = result.results().get(1).diagnosis().orElseThrow();
    assertTrue(reason.contains("needs as many outputs"), reason);
  }

  @Test
  void train_sweepWithListeners_isRefused() {
    Trainer trainer = Trainer.with(Members.options(20)).listening(new TrainingListener() {});
    assertThrows(
        IllegalArgumentException.class,
        () -> SparkSweep.on(context).train(Members.sweep(), trainer, DATA));
  }

  @Test
  void run_filesOfTheData_areReadInsteadOfSent(@TempDir Path folder) {
    String train = folder.resolve("train").toString();
    String test = folder.resolve("test").toString();
    DatasetFile.save(DATA.train(), train);
    DatasetFile.save(DATA.test(), test);
    Answers<Boolean> answers = new Answers<>();
    SparkTasks tasks = SparkTasks.on(context).readingFrom(train, test);
    String expected = DATA.train().fingerprint();

    tasks.run(DATA, List.of(1, 2), LocalSparkTest::isSplitOf, answers);
    assertEquals(List.of(true, true), List.copyOf(answers.results.values()));
    assertTrue(tasks.toString().contains(train), tasks::toString);
    assertEquals(expected, DatasetFile.load(train).fingerprint());

    Dataset other = DATA.test();
    Answers<Boolean> refused = new Answers<>();
    tasks.run(new Split(other, other), List.of(1), LocalSparkTest::isSplitOf, refused);
    String reason = refused.failures.get(0);
    assertTrue(reason.contains(train + " holds other data than the sweep was started"), reason);

    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> tasks.run(other, List.of(1), LocalSparkTest::isSplitOf, refused));
    assertTrue(e.getMessage().startsWith("readingFrom must name one file"), e.getMessage());
  }

  private static Boolean isSplitOf(int member, TrainingData data) {
    return data instanceof Split;
  }

  @Test
  void run_memberThatThrows_failsAloneWithItsReason() {
    Answers<Integer> answers = new Answers<>();
    SparkTasks.on(context).run(DATA, List.of(1, 0, 2), LocalSparkTest::divide, answers);

    assertEquals(Map.of(0, 12, 2, 6), answers.results);
    assertEquals("java.lang.ArithmeticException: / by zero", answers.failures.get(1));
  }

  private static int divide(int member, TrainingData data) {
    if (member < 0) {
      throw new StackOverflowError("deep");
    }
    return 12 / member;
  }

  /** Errors would end the JVM if Spark saw them. */
  @Test
  void run_memberWithAnError_failsAlone() {
    Answers<Integer> answers = new Answers<>();
    SparkTasks.on(context).run(DATA, List.of(-1), LocalSparkTest::divide, answers);
    assertEquals("java.lang.StackOverflowError: deep", answers.failures.get(0));
  }

  @Test
  void run_memberThatCannotTravel_isRefusedBeforeAnythingRuns() {
    Object lock = new Object();
    LearningRate rate = iteration -> lock.hashCode();
    SweepMember first = Members.several(1, 60).get(0);
    SweepMember second =
        new SweepMember(
            first.architecture(),
            first.type(),
            first.method(),
            first.options().withLearningRate(rate),
            Optional.empty());
    Answers<TrainingResult> answers = new Answers<>();

    assertThrows(
        IllegalArgumentException.class,
        () -> SparkTasks.on(context).run(DATA, List.of(first, second), Members::train, answers));
    assertTrue(answers.results.isEmpty());
  }

  /** Results come while others are at work: the second member waits for the first one's file. */
  @Test
  void run_results_comeAsMembersEnd(@TempDir Path folder) {
    Path sign = folder.resolve("sign");
    SparkTasks.on(context)
        .run(
            DATA,
            List.of("", sign.toString()),
            LocalSparkTest::waitFor,
            new SparkTasks.Results<String>() {
              @Override
              public void arrives(int member, String result) {
                if (member == 0) {
                  assertFalse(Files.exists(sign));
                  write(sign);
                }
              }

              @Override
              public void fails(int member, String reason) {
                throw new AssertionError(reason);
              }
            });
    assertTrue(Files.exists(sign));
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String waitFor(String file, TrainingData data) {
    while (!Files.exists(Path.of(file)) && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return file;
  }

  /** The interrupted members never count as results, though their trainings return one. */
  @Test
  void run_interrupted_endsTheMembersAndKeepsWhatCame() throws InterruptedException {
    Answers<TrainingResult> answers = new Answers<>();
    List<SweepMember> members = Members.several(1, 20);
    List<SweepMember> all =
        List.of(members.get(0), Members.several(1, 100_000_000).get(0), members.get(0));
    Thread caller = Thread.currentThread();
    Thread watch =
        new Thread(
            () -> {
              while (answers.results.size() < 2) {
                Thread.onSpinWait();
              }
              caller.interrupt();
            });
    watch.start();

    SparkTasks.on(context).run(DATA, all, Members::train, answers);

    assertTrue(Thread.interrupted());
    assertEquals(Set.of(0, 2), answers.results.keySet());
    assertEquals(Set.of(), answers.failures.keySet());
    watch.join();
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (context.statusTracker().getExecutorInfos()[0].numRunningTasks() > 0) {
      assertTrue(System.nanoTime() < deadline, "the training goes on");
      Thread.sleep(10);
    }
    assertEquals(null, context.getLocalProperty("spark.job.description"));
  }

  @Test
  void run_handlerThatThrows_endsTheOthers() {
    List<SweepMember> all =
        List.of(Members.several(1, 20).get(0), Members.several(1, 100_000_000).get(0));
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () ->
                SparkTasks.on(context)
                    .run(
                        DATA,
                        all,
                        Members::train,
                        new SparkTasks.Results<TrainingResult>() {
                          @Override
                          public void arrives(int member, TrainingResult result) {
                            throw new IllegalStateException("the disk is full");
                          }

                          @Override
                          public void fails(int member, String reason) {}
                        }));
    assertEquals("the disk is full", e.getMessage());
  }
}
