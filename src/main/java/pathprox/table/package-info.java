/**
 * Tables of what was measured, for figures and files: the one way from records to Tablesaw.
 *
 * <p>May import {@code training}, {@code io}, {@code certificate}, {@code metrics}, {@code network}
 * and {@code matrix}. A new table is one new class with a static method {@code of}; {@code
 * RecordTable} makes its columns. {@link pathprox.table.TableFile} keeps any of them.
 */
package pathprox.table;
