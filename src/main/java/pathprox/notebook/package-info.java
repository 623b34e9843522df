/**
 * The library in a Jupyter notebook: how values look as the last line of a cell, and which names a
 * cell knows without importing them.
 *
 * <p>The only package that knows the JJava kernel, which finds {@link
 * pathprox.notebook.PathProxExtension} by itself. May import every other package of this library.
 */
package pathprox.notebook;
