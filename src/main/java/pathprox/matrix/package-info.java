/**
 * Numbers: matrices in native memory, their kernels, and random streams.
 *
 * <p>The only code that touches raw memory and calls BLAS. Of this library's packages it imports
 * {@code parallel} alone.
 */
package pathprox.matrix;
