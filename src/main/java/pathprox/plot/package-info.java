/**
 * Figures: a Tablesaw table in, a Plotly {@link pathprox.plot.Chart} out.
 *
 * <p>{@link pathprox.plot.Curves} has a method for each question about trainings. A {@code Run} of
 * a table gives a {@code Line}, and {@code Lines} draws several into one chart; new figures are
 * made of the same parts. Figures that users make with jsplot become charts as well.
 *
 * <p>Imports the JDK, Tablesaw with jsplot, and Jackson; no other package of this library.
 */
package pathprox.plot;
