/**
 * What only the tutorial needs: samples, tables and pictures of single units, checked claims, and
 * the runs of full length. It is on the class path of the notebooks, not in the library's jar.
 */
package pathprox.tutorial;
