package pathprox.method;

/** How numbers are written in the names of methods. */
final class Label {
  private Label() {}

  /** The shortest form, with 1e-4 for what Java writes as 1.0E-4. */
  static String of(double value) {
    return Double.toString(value).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
  }
}
