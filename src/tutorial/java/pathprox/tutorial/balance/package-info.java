/** Units and their scale, and the two objectives: notebooks 01 and 02. */
package pathprox.tutorial.balance;
