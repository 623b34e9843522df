/** From λ to a model that lasts: notebooks 09, 11 and 12. */
package pathprox.tutorial.practice;
