/** Figures with the bounds that the project sets itself, as tables in Markdown and as JSON. */
package pathprox.benchmark.report;
