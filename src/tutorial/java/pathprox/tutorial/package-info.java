/**
 * What only the tutorial needs: checked claims, and a sheet for drawings; in a package for each
 * group of notebooks the samples, figures and drawings of these. It is on the class path of the
 * notebooks, not in the library's jar.
 */
package pathprox.tutorial;
