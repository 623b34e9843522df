package pathprox.benchmark.frontier;

import java.util.List;
import java.util.stream.DoubleStream;

class Try {
  public static void main(String[] a) {
    pathprox.tensor.Threads.use(1);
    Problem p = Problem.valueOf(a[0]);
    Competitor c = Competitor.valueOf(a[1]);
    boolean test = a[2].equals("test");
    long seed = Long.parseLong(a[3]);
    Double rate = a[4].equals("-") ? null : Double.valueOf(a[4]);
    Double decay = a[5].equals("-") ? null : Double.valueOf(a[5]);
    Double power = a[6].equals("-") ? null : Double.valueOf(a[6]);
    Integer depth = a[7].equals("-") ? null : Integer.valueOf(a[7]);
    List<Double> lambdas =
        DoubleStream.of(
                java.util.Arrays.stream(a).skip(8).mapToDouble(Double::parseDouble).toArray())
            .boxed()
            .toList();
    for (Setting s :
        rate == null ? c.settings() : List.of(new Setting(rate, decay, power, depth))) {
      Order o =
          new Order(
              s, c.shares(), lambdas, seed, test ? null : Integer.valueOf(0), p.iterations(), "");
      Trial t = Trial.of(p, o);
      long n = System.nanoTime();
      List<Kept> k = c.run(t, o);
      System.out.printf(
          "%s %s %s %d %s %.1fs%n", p, c, a[2], seed, s, (System.nanoTime() - n) * 1e-9);
      k.forEach(each -> System.out.println("   " + each));
    }
  }
}
