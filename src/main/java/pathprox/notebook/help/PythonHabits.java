package pathprox.notebook.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people who know Python type, and what it is in Java and in the library. */
final class PythonHabits {
  private static final Pattern PYTHON =
      Pattern.compile(
          "(?m)^\\s*((if|elif|else|while|with|try|except|finally|class|def)\\b[^\\n{;]*:;?\\s*$"
              + "|for [\\w, ]+ in |def \\w+\\(|with open\\(|from [\\w.]+ import |import \\w+ as )"
              + "|\\A\\s*(import \\w+(, \\w+)*;?\\s*$|\\w+ (and|or|is|in) )"
              + "|\\blambda \\w+(, ?\\w+)*:|\\b(int|float|bool)\\(|\\w ?\\*\\* ?[\\w(]"
              + "|\\bf\"");
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n]++)*+\"|//.*");
  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry(
              "print",
              "System.out.println(value), or the value in the last line, without a semicolon"),
          Map.entry("len", "values.size(), or values.length of an array"),
          Map.entry("np", "Nd4j, say Nd4j.createFromArray(1.0, 2.0)"),
          Map.entry("pd", "CsvFile.read(\"table.csv\").table()"),
          Map.entry("plt", "Curves, say Curves.objective(table)"),
          Map.entry("range", "for (int i = 0; i < n; i++) { ... }"),
          Map.entry("str", "String.valueOf(value)"),
          Map.entry("not", "!value"),
          Map.entry("help", "help()"),
          Map.entry("doc", "doc(\"Trainer\"), with the name of a class in quotes"),
          Map.entry("Int", "int"),
          Map.entry("True", "true"),
          Map.entry("False", "false"),
          Map.entry("None", "null"));

  /** By the compiler's message. */
  private static final Map<String, String> SYNTAX =
      Map.of(
          "unclosed character literal", "A text stands in double quotes: \"text\".",
          "illegal character: '#'", "A comment starts with //.");

  private static final Pattern STATEMENT_START =
      Pattern.compile("(?s)(.*[;{}\\n]|(.*\\b)?for *\\()?[ \\t]*");
  private static final Pattern ARGUMENT_START =
      Pattern.compile(
          "(?s)(.*\\b)?(?!(?:for|if|while|switch)\\b)\\w+\\s*"
              + "\\((?:[^(){};]++|\\([^(){};]*+\\))*+(?<=[(,]\\s{0,99})");

  /** Methods by what NumPy, PyTorch and scikit-learn call them. */
  private static final Map<String, List<String>> METHODS =
      Map.of(
          "shape", List.of("features", "size", "inputs"),
          "fit", List.of("train"),
          "loss", List.of("objective"),
          "columns", List.of("columnNames"));

  private PythonHabits() {}

  /** A line for code that is no Java at all. */
  static Optional<String> inCode(String source) {
    String code = TEXT_OR_COMMENT.matcher(source).replaceAll("\"\"");
    return PYTHON.matcher(code).find()
        ? Optional.of("This is Python; help() shows how it is said in Java.")
        : Optional.empty();
  }

  /** A line for what the compiler says of the code before {@code rest}. */
  static Optional<String> inSyntax(String message, String rest) {
    return message.equals("';' expected") && rest.matches("(?s) *\\R.*\\S.*")
        ? Optional.of("A line that is not the last ends with a semicolon.")
        : Optional.ofNullable(SYNTAX.get(message));
  }

  /** A line for a name of Python. */
  static Optional<String> named(String name) {
    return Optional.ofNullable(JAVA.get(name)).map(("In Java, " + name + " is %s.")::formatted);
  }

  /** A line for a value that is given to a name that is not there, after {@code before}. */
  static Optional<String> assigned(String name, String before) {
    if (ARGUMENT_START.matcher(before).matches()) {
      String with = Suggestion.withMethod(name, before).map(each -> ", such as " + each).orElse("");
      return Optional.of(
          "Java has no named arguments: the value stands alone, or a method with… takes it%s."
              .formatted(with));
    }
    return STATEMENT_START.matcher(before).matches()
        ? Optional.of("A new variable is declared by var: var %s = …".formatted(name))
        : Optional.empty();
  }

  /** The library's names of a method. */
  static List<String> methods(String name) {
    return METHODS.getOrDefault(name, List.of(name));
  }
}
