package pathprox.network;

class ReluTest extends LayerContract {
  @Override
  Layer layer() {
    return new Relu();
  }

  @Override
  Shape input() {
    return Shape.of(6);
  }

  @Override
  Shape refused() {
    return null;
  }
}
