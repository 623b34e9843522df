/** Ways to a small network, side by side: notebook 07. */
package pathprox.tutorial.contest;
