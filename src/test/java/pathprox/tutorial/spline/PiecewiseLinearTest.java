package pathprox.tutorial.spline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.data.Dataset;
import pathprox.data.Split;

class PiecewiseLinearTest {
  private static final float ROUNDING = 1e-6f;

  @Test
  void split_testPart_liesOnTheFunction() {
    Dataset test = PiecewiseLinear.split(1).test();

    assertEquals(400, test.size());
    assertEquals(-1, test.features().getFloat(0));
    assertEquals(1, test.features().getFloat(399));
    assertEquals(0.2f, test.targets().getFloat(0), ROUNDING);
    assertEquals(0.8f, test.targets().getFloat(399), ROUNDING);
    float x = test.features().getFloat(300); // between 0.4 and 0.7
    assertEquals(-0.4f + (x - 0.4f) / 0.3f * 0.5f, test.targets().getFloat(300), ROUNDING);
  }

  @Test
  void split_trainPart_isNearTheTestPart() {
    Split split = PiecewiseLinear.split(1);
    INDArray x = split.train().features();

    assertEquals(100, split.train().size());
    double squares = 0;
    for (int i = 0; i < 100; i++) {
      int nearest = Math.round((x.getFloat(i) + 1) / 2 * 399);
      double off = split.train().targets().getDouble(i) - split.test().targets().getDouble(nearest);
      squares += off * off;
    }
    // 0.05 is the noise; a test place is at most 0.0025 away, where the slope is at most 4.4.
    double deviation = Math.sqrt(squares / 100);
    assertTrue(deviation > 0.035 && deviation < 0.065, "deviation " + deviation);
  }

  @Test
  void split_seed_fixesTheTrainingPart() {
    INDArray first = PiecewiseLinear.split(1).train().targets();

    assertEquals(first, PiecewiseLinear.split(1).train().targets());
    assertNotEquals(first, PiecewiseLinear.split(2).train().targets());
  }
}
