/** Whole networks, their channels, bounds and sizes: notebooks 06, 08 and 10. */
package pathprox.tutorial.network;
