/**
 * What runs: parameters in native memory, stages that go forward and backward, the units of a pair.
 *
 * <p>It knows shapes and matrices, not architectures; {@code Network.working()} puts a network to
 * work. Uses matrix.
 */
package pathprox.network.running;
