/**
 * The library in a Jupyter notebook: which kernels it prepares, and which names a cell knows
 * without importing them. How values look is {@code notebook.view}.
 *
 * <p>JJava finds {@code PathProxExtension} by itself; in IJava, call {@link
 * pathprox.notebook.PathProxIJava#install()}. {@code diagnostics()} goes into a bug report. No
 * other package knows kernels. Imports {@code notebook.view}, {@code progress} and {@code matrix}.
 */
package pathprox.notebook;
