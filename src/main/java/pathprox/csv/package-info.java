/**
 * Files of rows and columns in text, CSV and its relatives, as Tablesaw tables. What a file does
 * not say, its separator, encoding and decimal sign, is guessed and told; what cannot be read
 * without a loss is refused or told. Rows, lines and columns count from 1. May import {@code io}.
 */
package pathprox.csv;
