package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.matrix.Arena;
import pathprox.matrix.Matrix;
import pathprox.network.running.Stage;

class AvgPool2dTest extends LayerContract {
  @Override
  ParameterFreeLayer layer() {
    return new AvgPool2d(2);
  }

  @Override
  Shape input() {
    return Shape.of(3, 4, 6);
  }

  @Override
  Shape refused() {
    return Shape.of(17);
  }

  /** Like PyTorch, which rounds the number of windows down. */
  @Nested
  class ThatLeavesOutPixels extends LayerContract {
    @Override
    ParameterFreeLayer layer() {
      return new AvgPool2d(3);
    }

    @Override
    Shape input() {
      return Shape.of(2, 7, 8);
    }

    @Override
    Shape refused() {
      return Shape.of(2, 2, 9);
    }
  }

  @Test
  void constructor_sizeBelowOne_isRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> new AvgPool2d(0));

    assertEquals("a pooling window needs a size >= 1, was 0", error.getMessage());
  }

  @Test
  void forward_leftOutPixels_haveNoInfluence() {
    Stage stage = layer().stage(Shape.of(1, 2, 3), new Arena());
    Matrix image =
        new Arena().copyOf(Nd4j.createFromArray(1.0, 2, 100, 3, 4, 100), DataType.DOUBLE);

    assertEquals(2.5, stage.forward(image).get(0, 0));
  }
}
