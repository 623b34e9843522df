package pathprox.network;

class FlattenTest extends LayerContract {
  @Override
  Layer layer() {
    return new Flatten();
  }

  @Override
  Shape input() {
    return Shape.of(3, 2, 2);
  }

  @Override
  Shape refused() {
    return null;
  }
}
