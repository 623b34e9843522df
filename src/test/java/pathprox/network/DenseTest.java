package pathprox.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DenseTest extends LayerContract {
  @Override
  Layer layer() {
    return new Dense(4, 5);
  }

  @Override
  Shape input() {
    return Shape.of(4);
  }

  @Override
  Shape refused() {
    return Shape.of(7);
  }

  @Test
  void constructor_sizeBelowOne_isRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> new Dense(0, 3));

    assertEquals("a dense layer needs sizes >= 1, was 0 → 3", error.getMessage());
  }
}
