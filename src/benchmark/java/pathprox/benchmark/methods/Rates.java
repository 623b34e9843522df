package pathprox.benchmark.methods;

/** Learning rates that lie a factor of about 3 apart: …, 0.01, 0.03, 0.1, 0.3, 1, … */
final class Rates {
  private Rates() {}

  /** The rate at a place; 1 has place 0. */
  static double at(int place) {
    String mantissa = Math.floorMod(place, 2) == 0 ? "1" : "3";
    return Double.parseDouble(mantissa + "e" + Math.floorDiv(place, 2));
  }

  /** The place of a rate. */
  static int index(double rate) {
    int place = (int) Math.round(2 * Math.log10(rate));
    if (at(place) != rate) {
      throw new IllegalArgumentException("a rate must be 1 or 3 times a power of ten, was " + rate);
    }
    return place;
  }
}
