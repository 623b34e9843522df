/**
 * From a table to predictions: a {@linkplain pathprox.model.Fitting fitting} trains, with λ chosen
 * and errors measured by cross-validation, and gives a {@linkplain pathprox.model.Model model},
 * which holds all that is needed to predict new rows, and is saved in one file.
 */
package pathprox.model;
