/** What it costs to keep states, and what sweeps gain by running their members side by side. */
package pathprox.benchmark.lasting;
