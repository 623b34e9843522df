package pathprox.network;

class TanhTest extends LayerContract {
  @Override
  Layer layer() {
    return new Tanh();
  }

  @Override
  Shape input() {
    return Shape.of(5);
  }

  @Override
  Shape refused() {
    return null;
  }
}
