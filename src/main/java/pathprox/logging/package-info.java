/**
 * How the logging of ND4J starts: {@link pathprox.logging.LoggingStart}. Imports nothing of this
 * library.
 */
package pathprox.logging;
