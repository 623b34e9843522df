package pathprox.csv;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a file of rows and columns is to be read; what is empty is guessed from the file, and {@link
 * CsvFile#notes()} say how. Values that cannot be are an IllegalArgumentException.
 *
 * @param separator what stands between two cells; a blank is any run of blanks and tabs
 * @param decimalSign {@code '.'} or {@code ','}
 * @param encoding of the text
 * @param missing the words that mean a missing value when they fill a cell, beside the empty cell;
 *     guessed are NA, N/A, n/a, #N/A, {@code <NA>}, NaN, nan, NULL, null and ?, and in columns of
 *     anything but texts also None, -, * and .
 * @param hasHeader whether the first line holds the names of the columns; true if not said
 * @param names of the columns if there is no such line; none means c1, c2 and so on
 */
public record CsvOptions(
    Optional<Character> separator,
    Optional<Character> decimalSign,
    Optional<Charset> encoding,
    Optional<List<String>> missing,
    boolean hasHeader,
    List<String> names) {
  public CsvOptions {
    separator.ifPresent(CsvOptions::requireSeparator);
    boolean isSign = decimalSign.map(sign -> sign == '.' || sign == ',').orElse(true);
    require(isSign, "decimalSign must be '.' or ','", decimalSign);
    missing = missing.map(List::copyOf);
    names = List.copyOf(names);
    require(names.stream().noneMatch(String::isBlank), "names must not be blank", names);
    TreeSet<String> different = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    different.addAll(names);
    require(different.size() == names.size(), DIFFERENT, names);
    require(names.isEmpty() || !hasHeader, "names are for a file without a header", names);
  }

  private static final String DIFFERENT =
      "names must all be different, and not by capital letters alone";

  /** {@return options of which nothing is said: all is guessed, and the first line has names} */
  public static CsvOptions guess() {
    Optional<List<String>> missing = Optional.empty();
    return new CsvOptions(
        Optional.empty(), Optional.empty(), Optional.empty(), missing, true, List.of());
  }

  /** {@return the same with {@code sign} between cells; a blank is any run of blanks and tabs} */
  public CsvOptions withSeparator(char sign) {
    return new CsvOptions(Optional.of(sign), decimalSign, encoding, missing, hasHeader, names);
  }

  /** {@return the same for numbers as 1,5 and 1.234,5} */
  public CsvOptions withDecimalComma() {
    return new CsvOptions(separator, Optional.of(','), encoding, missing, hasHeader, names);
  }

  /** {@return the same for numbers as 1.5 and 1,234.5} */
  public CsvOptions withDecimalPoint() {
    return new CsvOptions(separator, Optional.of('.'), encoding, missing, hasHeader, names);
  }

  /** {@return the same for a text encoded in {@code charset}} */
  public CsvOptions withEncoding(Charset charset) {
    require(charset != null, "charset must be the encoding of the file", charset);
    return new CsvOptions(separator, decimalSign, Optional.of(charset), missing, hasHeader, names);
  }

  /** {@return the same with these {@code words}, and the empty cell, for a missing value} */
  public CsvOptions withMissing(String... words) {
    require(words != null && !Arrays.asList(words).contains(null), "words must be texts", null);
    Optional<List<String>> chosen = Optional.of(Arrays.asList(words));
    return new CsvOptions(separator, decimalSign, encoding, chosen, hasHeader, names);
  }

  /** {@return the same for a file whose first line holds data; its columns are c1, c2, …} */
  public CsvOptions withoutHeader() {
    return new CsvOptions(separator, decimalSign, encoding, missing, false, List.of());
  }

  /** {@return the same for a file whose first line holds data, with {@code columns} as names} */
  public CsvOptions withNames(String... columns) {
    require(columns != null && !Arrays.asList(columns).contains(null), "names must be texts", null);
    List<String> chosen = Arrays.asList(columns);
    return new CsvOptions(separator, decimalSign, encoding, missing, false, chosen);
  }

  private static void requireSeparator(char sign) {
    boolean fits = !Character.isLetterOrDigit(sign) && "\"\r\n.-+".indexOf(sign) < 0;
    require(fits, "separator must be a sign that no number has", "'" + sign + "'");
  }

  private static void require(boolean holds, String message, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(message + ", was " + found);
    }
  }

  /** {@return what is said, in words} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(hasHeader ? "" : "no header, ");
    separator.ifPresent(sign -> text.append("separated by ").append(named(sign)).append(", "));
    decimalSign.ifPresent(sign -> text.append("decimal sign ").append(sign).append(", "));
    encoding.ifPresent(charset -> text.append(charset.name()).append(", "));
    missing.ifPresent(words -> text.append("missing: ").append(quoted(words)).append(", "));
    if (!names.isEmpty()) {
      text.append("names: ").append(quoted(names)).append(", ");
    }
    return text + "the rest guessed";
  }

  static String named(char sign) {
    return switch (sign) {
      case '\t' -> "tabs";
      case ' ' -> "runs of blanks and tabs";
      default -> "'" + sign + "'";
    };
  }

  static String quoted(List<String> words) {
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
  }
}
