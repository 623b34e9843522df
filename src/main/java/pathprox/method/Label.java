package pathprox.method;

/** How the names of methods are made: numbers in them, and what comes before λ. */
final class Label {
  private Label() {}

  /** The shortest form, with 1e-4 for what Java writes as 1.0E-4. */
  static String of(double value) {
    return Double.toString(value).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
  }

  /** What stands before λ in a name; all of it if there is none. */
  static String family(String name) {
    return name.replaceFirst("\\s*λ\\s*=.*", "");
  }
}
