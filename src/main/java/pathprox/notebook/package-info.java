/**
 * The library in a Jupyter notebook: how values look as the last line of a cell, and which names a
 * cell knows without importing them.
 *
 * <p>{@code Renderings} lists what is shown and how, without a word about kernels. {@code Kernel}
 * is what an adapter provides, {@code JJavaKernel} and {@code IJavaKernel} are the two there are,
 * and {@code Installation} does the rest once for both. JJava finds {@link
 * pathprox.notebook.PathProxExtension} by itself; in IJava, call {@link
 * pathprox.notebook.PathProxIJava#install()}. {@link pathprox.notebook.Diagnostics#diagnostics()}
 * goes into a bug report.
 *
 * <p>The only package that knows kernels. May import every other package of this library.
 */
package pathprox.notebook;
