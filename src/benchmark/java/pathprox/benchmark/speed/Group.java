package pathprox.benchmark.speed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that are measured together; their works take turns, beside so many busy loops.
 *
 * @param name as the option {@code --only} knows it
 * @param lines in their order
 * @param blocks of repetitions of each work
 * @param secondsPerBlock that repetitions fill
 * @param busyLoops programs that want a processor all the time
 */
record Group(String name, List<Line> lines, int blocks, double secondsPerBlock, int busyLoops) {
  private static final Bounds SMALL = Bounds.of(0.7, 0.5);

  static Group of(String name, Line... lines) {
    return new Group(name, List.of(lines), 30, 0.15, 0);
  }

  Group blocks(int count, double seconds) {
    return new Group(name, lines, count, seconds, busyLoops);
  }

  /** Each work once on each number of threads, those of one line next to each other. */
  Set<Timed> works(List<Integer> threads) {
    Set<Timed> works = new LinkedHashSet<>();
    for (Line line : lines) {
      threads.forEach(count -> works.addAll(line.works(count)));
    }
    return works;
  }

  /** All that are measured by taking turns. */
  static List<Group> all() {
    return List.of(
        dense(), late(), evaluation(), toy(), convolutions(), smallConvolutions(), vgg19(), busy());
  }

  private static Group dense() {
    Bounds bounds = Bounds.of(0.78, 0.68);
    Bounds gain = Bounds.of(1.65, 1.8);
    return of(
        "dense",
        Line.same("dense SGD step", "dense-sgd").gain(gain),
        Line.same("dense weight decay step", "dense-weight-decay").onOne(bounds).gain(gain),
        Line.same("dense PathProx step", "dense-pathprox")
            .onOne(bounds)
            .gain(gain)
            .note("ours leaves out the inputs that are constant in the training set"),
        Line.of("dense PathProx step / its pure products", "dense-pathprox", "dense-products")
            .onOne(Bounds.of(1.08, 1.05))
            .onTwo(Bounds.of(1.15, 1.1))
            .againstOurs(0)
            .note(
                "the reference is the sum of our own matrix products, each repeated while cached"));
  }

  private static Group late() {
    return of(
        "late",
        Line.of("late phase, 12 % active, lazy(50)", "late-lazy", "dense-pathprox")
            .onOne(Bounds.of(0.05, 0.035)),
        Line.of("late phase, 12 % active, exact", "late-exact", "dense-pathprox")
            .onOne(Bounds.of(0.3, 0.2))
            .onTwo(Bounds.of(0.12, 0.09)));
  }

  private static Group evaluation() {
    String work = "evaluation of 10,000 images";
    return of(
            "evaluation",
            Line.of(work + ", dense", "evaluation-dense", "evaluation").onOne(Bounds.must(0.9)),
            Line.of(work + ", 12 % active", "evaluation-late", "evaluation")
                .onOne(Bounds.must(0.06))
                .note("ours on the compacted network; PyTorch has no compaction"))
        .blocks(12, 0.3);
  }

  private static Group toy() {
    Bounds bounds = Bounds.of(0.025, 0.02);
    return of("toy", Line.same("toy network step", "toy-pathprox").onOne(bounds).onTwo(bounds));
  }

  private static Group convolutions() {
    return of(
            "convolutions",
            convolution(3, 64, 32).onOne(Bounds.of(0.5, 0.35)),
            channelsLast(convolution(3, 64, 32)).onTwo(Bounds.of(0.5, 0.4)),
            convolution(64, 64, 32).onOne(Bounds.of(0.85, 0.7)).gain(Bounds.of(1.75, 1.8)),
            channelsLast(convolution(64, 64, 32)).onTwo(Bounds.of(0.9, 0.75)),
            convolution(64, 128, 16).onOne(Bounds.of(1.0, 0.85)).gain(Bounds.of(1.75, 1.8)),
            channelsLast(convolution(64, 128, 16)).onTwo(Bounds.of(1.0, 0.85)))
        .blocks(12, 0.15);
  }

  private static Line convolution(int inputs, int outputs, int side) {
    return Line.same(
        "convolution %s→%s at %s×%s".formatted(inputs, outputs, side, side),
        "convolution-%s-%s-%s-128".formatted(inputs, outputs, side));
  }

  private static Line channelsLast(Line line) {
    return Line.of(
        line.work() + ", PyTorch channels-last", line.ours(), line.ours() + "-channels-last");
  }

  /** The networks that notebooks use. */
  private static Group smallConvolutions() {
    List<Line> lines = new ArrayList<>();
    for (Line line :
        List.of(
            Line.same("network of notebook 08, batch 50, 28×28", "small-notebook"),
            Line.same("8 and 16 channels, batch 100, 28×28", "small-8-16-100"),
            Line.same("16 and 32 channels, batch 100, 28×28", "small-16-32-100"))) {
      lines.add(line.onOne(SMALL).onTwo(SMALL));
      lines.add(channelsLast(line));
    }
    return of("small-convolutions", lines.toArray(Line[]::new)).blocks(12, 0.15);
  }

  private static Group vgg19() {
    Line step = Line.same("VGG19 PathProx step", "vgg19-pathprox");
    return of(
            "vgg19",
            step.onOne(Bounds.of(1.1, 0.85)).gain(Bounds.of(1.7, 1.8)),
            channelsLast(step).onTwo(Bounds.of(0.75, 0.6)))
        .blocks(7, 0);
  }

  /** What is left of the speed while two other programs want the processor. */
  private static Group busy() {
    String beside = " beside two busy loops";
    Bounds bounds = Bounds.of(1.15, 1.0);
    List<Line> lines =
        List.of(
            Line.same("dense PathProx step" + beside, "dense-pathprox"),
            Line.same("dense PathProx step" + beside + " / on one thread", "dense-pathprox")
                .onTwo(bounds)
                .againstOurs(1),
            Line.same(
                    "trainings of notebook 00" + beside + " / on one thread", "notebook-trainings")
                .onTwo(bounds)
                .againstOurs(1));
    return new Group("busy", lines, 12, 1.0, 2);
  }
}
