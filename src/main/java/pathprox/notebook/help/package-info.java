/** What a cell shows of the library's own documentation. */
package pathprox.notebook.help;
