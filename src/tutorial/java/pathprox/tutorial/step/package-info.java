/** Proximal operators, and one step of PathProx: notebooks 03 and 04. */
package pathprox.tutorial.step;
