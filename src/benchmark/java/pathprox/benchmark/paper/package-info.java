/** The two experiments of the paper on MNIST, at full length, in as many pieces as it takes. */
package pathprox.benchmark.paper;
