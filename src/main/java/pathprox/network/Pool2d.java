package pathprox.network;

/** Square windows that lie side by side over each channel. */
interface Pool2d extends ChannelwiseLayer {
  int size();

  @Override
  default Shape outputShape(Shape input) {
    return Sliding.tiles(size()).shapeAfter(this, input, input.sizes().get(0));
  }
}
