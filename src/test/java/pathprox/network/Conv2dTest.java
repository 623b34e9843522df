package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import pathprox.network.running.Rows;

class Conv2dTest {
  /** The contract for one convolution of images that are not square. */
  abstract static class Contract extends LayerContract {
    private final Conv2d layer;
    private final Shape input;

    Contract(Conv2d layer, int height, int width) {
      this.layer = layer;
      this.input = Shape.of(layer.inputs(), height, width);
    }

    @Override
    Layer layer() {
      return layer;
    }

    @Override
    Shape input() {
      return input;
    }

    @Override
    Shape refused() {
      return Shape.of(layer.inputs() + 1, 7, 9);
    }
  }

  @Nested
  class KeepingTheSize extends Contract {
    KeepingTheSize() {
      super(Conv2d.same(2, 3, 3), 4, 5);
    }
  }

  /** Many channels, so that the tiles of 2×2 outputs are used; some reach over the edge. */
  @Nested
  class WithManyChannels extends Contract {
    WithManyChannels() {
      super(Conv2d.same(56, 57, 3), 3, 4);
    }
  }

  /** Images multiplied where they lie, pairs of lines at a time; the last line has no other. */
  @Nested
  class WithSomeChannels extends Contract {
    WithSomeChannels() {
      super(Conv2d.same(4, 5, 3), 5, 4);
    }
  }

  @Nested
  class WithSomeChannelsPaddedToTheBrim extends Contract {
    WithSomeChannelsPaddedToTheBrim() {
      super(new Conv2d(5, 4, 3, 1, 2), 3, 2);
    }
  }

  @Nested
  class WithSomeChannelsWithoutPadding extends Contract {
    WithSomeChannelsWithoutPadding() {
      super(new Conv2d(4, 6, 3, 1, 0), 5, 6);
    }
  }

  @Nested
  class WithSomeChannelsAndStride extends Contract {
    WithSomeChannelsAndStride() {
      super(new Conv2d(4, 3, 5, 2, 1), 7, 6);
    }
  }

  @Nested
  class OneByOne extends Contract {
    OneByOne() {
      super(new Conv2d(3, 2, 1, 1, 0), 3, 4);
    }
  }

  @Nested
  class OneByOneWithStride extends Contract {
    OneByOneWithStride() {
      super(new Conv2d(2, 2, 1, 2, 0), 4, 5);
    }
  }

  @Nested
  class FiveByFiveWithStride extends Contract {
    FiveByFiveWithStride() {
      super(new Conv2d(2, 3, 5, 2, 1), 7, 6);
    }
  }

  @Nested
  class ThatLeavesOutPixels extends Contract {
    ThatLeavesOutPixels() {
      super(new Conv2d(1, 2, 2, 3, 0), 7, 6);
    }
  }

  @Nested
  class PaddedToTheBrim extends Contract {
    PaddedToTheBrim() {
      super(new Conv2d(2, 2, 3, 1, 2), 2, 3);
    }
  }

  @Test
  void constructor_outOfRange_isRefusedWithTheRange() {
    assertMessage("sizes >= 1, was 0 → 3", () -> new Conv2d(0, 3, 3, 1, 1));
    assertMessage("padding must be 0 to 2 for kernel 3, was 3", () -> new Conv2d(1, 3, 3, 1, 3));
    assertMessage("only an odd kernel", () -> Conv2d.same(1, 3, 4));
  }

  @Test
  void outputShape_whatDoesNotFit_namesTheLayerAndTheShape() {
    assertMessage(
        "conv 3×3, 2 → 4 takes images of 2 channels, found 8",
        () -> Conv2d.same(2, 4, 3).outputShape(Shape.of(8)));
    assertMessage(
        "takes images of at least 5 pixels a side, found 2×4×9",
        () -> new Conv2d(2, 4, 5, 1, 0).outputShape(Shape.of(2, 4, 9)));
  }

  private static void assertMessage(
      String part, org.junit.jupiter.api.function.Executable attempt) {
    String message = assertThrows(IllegalArgumentException.class, attempt).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void fromRows_ofToRows_givesTheWeightsBack() {
    Conv2d layer = new Conv2d(2, 3, 3, 1, 1);
    INDArray weights = Nd4j.arange(54).castTo(DataType.DOUBLE).reshape('c', 3, 2, 3, 3);

    for (Rows rows : Rows.values()) {
      assertEquals(weights, layer.fromRows(layer.toRows(weights, rows, 2), rows, 2));
    }
    INDArray inputs = layer.toRows(weights, Rows.INPUTS, 2);
    assertEquals(weights.getDouble(1, 1, 0, 2), inputs.getDouble(2 * 2 + 1, 1));
  }

  @Test
  void toString_saysKernelChannelsAndStride() {
    assertEquals("conv 3×3, 64 → 128", Conv2d.same(64, 128, 3).toString());
    assertEquals("conv 5×5, 2 → 3, stride 2", new Conv2d(2, 3, 5, 2, 1).toString());
  }
}
