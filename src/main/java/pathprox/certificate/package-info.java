/**
 * What can be said for certain about a network: how far it is from a stationary point, from which λ
 * on no unit lives, how far its outputs move at most, and how many units are enough.
 *
 * <p>May import {@code metrics}, {@code loss}, {@code penalty}, {@code data}, {@code network} and
 * {@code matrix}. A new certificate is one new class.
 */
package pathprox.certificate;
