package pathprox.logging;

import org.slf4j.LoggerFactory;

/**
 * Starts SLF4J, by which ND4J logs. A program without a provider of SLF4J has no log, and is met by
 * three lines on its error stream that say so; here it starts without them. Programs with a
 * provider, or with a {@code slf4j.internal.verbosity} of their own, get what they always get.
 */
public final class LoggingStart {
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  /** Those of SLF4J 2, of SLF4J 1, and one that a program names. */
  private static final String PROVIDERS = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

  private static final String OLD_PROVIDER = "org/slf4j/impl/StaticLoggerBinder.class";
  private static final String NAMED_PROVIDER = "slf4j.provider";

  static {
    if (System.getProperty(VERBOSITY) == null && !hasProvider()) {
      System.setProperty(VERBOSITY, "ERROR"); // SLF4J reads it once, when it starts
      LoggerFactory.getILoggerFactory();
      System.clearProperty(VERBOSITY);
    }
  }

  private LoggingStart() {}

  /** To be called before ND4J is loaded; what it does is done once. */
  public static void quietly() {}

  private static boolean hasProvider() {
    ClassLoader loader = LoggerFactory.class.getClassLoader();
    return loader.getResource(PROVIDERS) != null
        || loader.getResource(OLD_PROVIDER) != null
        || System.getProperty(NAMED_PROVIDER) != null;
  }
}
