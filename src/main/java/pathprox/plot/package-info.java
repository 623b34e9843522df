/**
 * Figures: one class per question, a Tablesaw table in, a Plotly {@link pathprox.plot.Chart} out.
 *
 * <p>Training curves take a tidy table with one row per record. Its columns are {@code run} (text;
 * may be absent, then all rows are one run), {@code iteration} and the measured quantities; each
 * factory says which ones it needs. A column that is missing or not numeric is refused by name.
 *
 * <p>Imports the JDK, Tablesaw with jsplot, and Jackson; no other package of this library.
 */
package pathprox.plot;
