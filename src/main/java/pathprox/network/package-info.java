/**
 * Feed-forward networks: layers, architectures, parameters, and the pairs of units that path norms
 * are made of. An {@link pathprox.network.Architecture} plus a seed gives a {@link
 * pathprox.network.Network}, an immutable value; {@code Network.working()} puts it to work. May
 * import {@code matrix} and {@code network.running}. A new layer is one new class that implements
 * {@link pathprox.network.ParametricLayer} or {@link pathprox.network.ParameterFreeLayer}.
 */
package pathprox.network;
