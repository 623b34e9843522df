/**
 * What the library's values look like in a notebook, whatever its kernel: tables, pictures, small
 * curves, figures, and a text of each that says the same.
 *
 * <p>{@link pathprox.notebook.view.Rendering#all} lists the types that are shown. A new one is one
 * more line there. May import every package of this library but {@code notebook}.
 */
package pathprox.notebook.view;
