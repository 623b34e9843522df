package pathprox.benchmark.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A figure with its bounds.
 *
 * @param work what was measured
 * @param measured infinite if it was not reached, null if it was not measured
 * @param must what the project promises itself; null if nothing
 * @param aim what would be better; null if nothing would
 * @param note how it came about; may be empty
 * @param higher whether a high figure is good
 */
public record Row(
    String work, Double measured, Double must, Double aim, String note, boolean higher) {
  /**
   * {@return a figure {@code measured} of {@code work} that is good if it is low, between {@code
   * must} and {@code aim}, and its {@code note}}
   */
  public static Row lower(String work, Double measured, Double must, Double aim, String note) {
    return new Row(work, measured, must, aim, note, false);
  }

  /**
   * {@return a figure {@code measured} of {@code work} that is good if it is high, between {@code
   * must} and {@code aim}, and its {@code note}}
   */
  public static Row higher(String work, Double measured, Double must, Double aim, String note) {
    return new Row(work, measured, must, aim, note, true);
  }

  /** {@return whether the bounds are kept: aim, pass, miss, or nothing where there is none} */
  @JsonProperty
  public String verdict() {
    return verdict(measured, must, aim, higher);
  }

  /**
   * {@return whether {@code measured} keeps {@code must} and {@code aim}, which are lower bounds if
   * {@code higher}}
   */
  public static String verdict(Double measured, Double must, Double aim, boolean higher) {
    if (measured == null) {
      return "not measured";
    }
    double sign = higher ? -1 : 1;
    if (aim != null && sign * measured <= sign * aim) {
      return "aim";
    }
    return must == null ? "" : sign * measured <= sign * must ? "pass" : "miss";
  }

  /** {@return the same figure without bounds, as one of a quick run has none} */
  public Row withoutBounds() {
    return new Row(work, measured, null, null, note, higher);
  }

  List<String> cells() {
    return List.of(work, Figures.shown(measured), bound(must), bound(aim), verdict());
  }

  private String bound(Double value) {
    return value == null ? "" : (higher ? "≥ " : "≤ ") + Figures.general(value, 6);
  }
}
