/**
 * Numbers: matrices in native memory, their kernels, and random streams.
 *
 * <p>The only code that touches raw memory and BLAS. Imports no other package of this library.
 */
package pathprox.matrix;
