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

class MaxPool2dTest extends LayerContract {
  @Override
  ParameterFreeLayer layer() {
    return new MaxPool2d(2);
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
      return new MaxPool2d(3);
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
    Exception error = assertThrows(IllegalArgumentException.class, () -> new MaxPool2d(0));

    assertEquals("a pooling window needs a size >= 1, was 0", error.getMessage());
  }

  @Test
  void inputGradient_equalPixels_goesToTheFirst() {
    Stage stage = layer().stage(Shape.of(1, 2, 4), new Arena());
    Matrix image =
        new Arena().copyOf(Nd4j.createFromArray(-1.0, 3, 2, 2, 3, 3, 2, 2), DataType.DOUBLE);
    Matrix outputs = stage.forward(image);
    Matrix gradient = stage.inputGradient(outputs);

    assertEquals(Nd4j.createFromArray(3.0, 2).reshape(2, 1), outputs.toArray());
    assertEquals(Nd4j.createFromArray(0.0, 3, 2, 0, 0, 0, 0, 0).reshape(8, 1), gradient.toArray());
  }

  @Test
  void forward_notANumber_isKept() {
    Stage stage = layer().stage(Shape.of(1, 2, 2), new Arena());
    Matrix image = new Arena().copyOf(Nd4j.createFromArray(1, Double.NaN, 3, 4), DataType.DOUBLE);

    assertEquals(Double.NaN, stage.forward(image).get(0, 0));
  }
}
