/** Networks of one input, whose units are knots: notebook 05. */
package pathprox.tutorial.spline;
