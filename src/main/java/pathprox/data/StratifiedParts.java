package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import pathprox.matrix.RandomNumbers;

/**
 * Samples in parts that are alike: each has its share of every class, to within a sample or two,
 * or, where numbers are to be predicted, of small and large ones.
 *
 * @param rows those of each part, in a random order
 */
public record StratifiedParts(List<int[]> rows) {
  private static final double TIE = 1e-9; // differences that only decide between equals

  public StratifiedParts {
    rows = List.copyOf(rows);
  }

  /**
   * {@return samples with {@code targets}, class numbers or values, in parts of {@code shares},
   * above 0 and 1 together, none of them empty, by {@code seed}} Samples are sorted by target, at
   * random among equal ones, and dealt in this order to the part that is most behind its share.
   */
  public static StratifiedParts of(double[] targets, long seed, double... shares) {
    boolean fits =
        shares.length > 0
            && DoubleStream.of(shares).allMatch(share -> share > 0)
            && Math.abs(DoubleStream.of(shares).sum() - 1) < TIE;
    require(fits, "shares must be > 0 and sum up to 1, were %s", Arrays.toString(shares));
    RandomNumbers random = RandomNumbers.of(seed, "parts", 0);
    List<List<Integer>> parts = new ArrayList<>();
    DoubleStream.of(shares).forEach(share -> parts.add(new ArrayList<>()));
    int dealt = 0;
    for (int row : sorted(targets, random)) {
      dealt++;
      parts.get(mostBehind(parts, shares, dealt, random)).add(row);
    }
    String empty = "%d samples are too few for parts of %s: one is empty";
    boolean isEmpty = parts.stream().anyMatch(List::isEmpty);
    require(!isEmpty, empty, targets.length, Arrays.toString(shares));
    return new StratifiedParts(parts.stream().map(part -> shuffled(part, random)).toList());
  }

  /** {@return samples with {@code targets} in {@code count} equal parts by {@code seed}} */
  public static StratifiedParts equal(double[] targets, int count, long seed) {
    int most = targets.length;
    require(count >= 2 && count <= most, "parts must be 2 to %d, were %d", most, count);
    double[] shares = new double[count];
    Arrays.fill(shares, 1.0 / count);
    return of(targets, seed, shares);
  }

  private static int[] sorted(double[] targets, RandomNumbers random) {
    return Arrays.stream(random.permutation(targets.length))
        .boxed()
        .sorted(Comparator.comparingDouble(row -> targets[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int mostBehind(
      List<List<Integer>> parts, double[] shares, int dealt, RandomNumbers random) {
    List<Double> behind =
        IntStream.range(0, shares.length)
            .mapToObj(k -> shares[k] * dealt - parts.get(k).size() + TIE * random.nextDouble())
            .toList();
    return behind.indexOf(Collections.max(behind));
  }

  private static int[] shuffled(List<Integer> part, RandomNumbers random) {
    return Arrays.stream(random.permutation(part.size())).map(part::get).toArray();
  }

  /** {@return the rows of all parts but {@code part}, from 0, one part after the other} */
  public int[] allBut(int part) {
    return IntStream.range(0, rows.size())
        .filter(other -> other != part)
        .mapToObj(rows::get)
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  /** Each part to test on, and all others to train on. */
  List<Split> folds(Dataset data) {
    return IntStream.range(0, rows.size())
        .mapToObj(part -> new Split(data.rows(allBut(part)), data.rows(rows.get(part))))
        .toList();
  }

  @Override
  public String toString() {
    return "parts of %s samples".formatted(rows.stream().map(part -> part.length).toList());
  }
}
