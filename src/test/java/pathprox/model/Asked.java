package pathprox.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A program that asks a saved model from many threads at once, and prints what it said. */
public final class Asked {
  private static final int THREADS = 64;

  private Asked() {}

  /** The bits of all answers for a table. */
  static String answers(Model model, Table table) {
    StringBuilder text = new StringBuilder();
    for (double[] row : model.answers(table, Fitted.all(table))) {
      Arrays.stream(row).forEach(value -> text.append(Double.toHexString(value)).append(' '));
    }
    return text.toString();
  }

  /** Prints the answers, once if all threads got the same. */
  public static void main(String[] arguments) throws Exception {
    Model model = Model.load(arguments[0]);
    CountDownLatch ready = new CountDownLatch(THREADS);
    Callable<String> question =
        () -> {
          ready.countDown();
          ready.await();
          return answers(model, Fitted.PENGUINS);
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<String>> questions = IntStream.range(0, THREADS).mapToObj(i -> question).toList();
    Set<String> different = new TreeSet<>();
    for (Future<String> answer : threads.invokeAll(questions)) {
      different.add(answer.get());
    }
    threads.shutdown();
    different.forEach(System.out::println);
  }
}
