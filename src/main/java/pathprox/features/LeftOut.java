package pathprox.features;

import java.util.List;

/** A column that becomes no feature, and why; it stays beside predictions. */
record LeftOut(String reason) implements Encoding {
  @Override
  public String kind() {
    return "left out";
  }

  @Override
  public List<String> features(String column) {
    return List.of();
  }

  @Override
  public Encoding learned(Cells cells, int[] rows) {
    return this;
  }

  @Override
  public void encode(Cells cells, int row, double[] target, int from) {}

  @Override
  public void fill(double[] target, int from) {}

  @Override
  public String filler() {
    return "";
  }

  @Override
  public String toString() {
    return reason;
  }
}
