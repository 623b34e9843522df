package pathprox.network;

/** Works on each channel alone, keeps units, and moves outputs no further than inputs. */
interface ChannelwiseLayer extends ParameterFreeLayer {
  @Override
  default boolean keepsUnits() {
    return true;
  }

  @Override
  default double lipschitz() {
    return 1;
  }
}
