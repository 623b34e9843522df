package pathprox.matrix;

/**
 * Memory of convolutions that holds nothing between two calls, so that all convolutions of an arena
 * share it; what several threads write at the same time, each thread has of its own.
 */
final class Scratch {
  final Lanes<Buffer> images;
  final Lanes<Buffer> outputs;
  final Buffer weights;
  final Buffer weightMaps;
  final Buffer mirrored;
  final Buffer sums;
  final Buffer groupSums;
  final Buffer biasSums;

  Scratch(Arena arena) {
    images = new Lanes<>(arena::buffer);
    outputs = new Lanes<>(arena::buffer);
    weights = arena.buffer();
    weightMaps = arena.buffer();
    mirrored = arena.buffer();
    sums = arena.buffer();
    groupSums = arena.buffer();
    biasSums = arena.buffer();
  }
}
