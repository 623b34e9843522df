package pathprox.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What matrices of buffers and arenas hold after a failure, of arrays in any order, and of none.
 */
class BufferTest {
  @Test
  void buffer_afterAMatrixThatIsTooLarge_givesMemoryOfItsOwn() {
    Buffer buffer = new Arena().buffer();
    buffer.matrix(DataType.FLOAT, 1, 2);
    assertThrows(
        IllegalArgumentException.class, () -> buffer.matrix(DataType.FLOAT, 1 << 15, 1 << 15));
    Matrix next = buffer.matrix(DataType.FLOAT, 1, 1);
    next.set(0, 0, 1);
    assertEquals(1, next.get(0, 0));
  }

  @Test
  void copyOf_permutedArray_hasItsOrder() {
    INDArray images = Nd4j.arange(24).castTo(DataType.FLOAT).reshape('c', 2, 3, 2, 2);
    INDArray permuted = images.permute(0, 2, 3, 1);
    Matrix expected = new Arena().copyOf(permuted.dup('c'), DataType.FLOAT);
    Matrix copy = new Arena().buffer().copyOf(permuted, DataType.FLOAT);
    Matrix shown = new Arena().show(permuted, DataType.FLOAT);
    for (int i = 0; i < 24; i++) {
      assertEquals(expected.get(i), copy.get(i));
      assertEquals(expected.get(i), shown.get(i));
    }
  }

  @Test
  void pooling_withoutChannels_doesNothing() {
    Arena arena = new Arena();
    Pooling pooling = new Pooling(DataType.FLOAT, Window.over(2, 2, 2, 2, 0), Pooling.Kind.MAXIMUM);
    Matrix none = arena.zeros(DataType.FLOAT, 1, 0);
    pooling.apply(arena.zeros(DataType.FLOAT, 4, 0), none);
    pooling.gradient(arena.zeros(DataType.FLOAT, 4, 0), none, arena.zeros(DataType.FLOAT, 4, 0));
    assertEquals(0, none.columns());
  }
}
