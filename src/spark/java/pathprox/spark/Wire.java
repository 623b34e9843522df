package pathprox.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.Optional;

/**
 * Values as bytes between a driver and its executors, which run the same jars: Java's serialization
 * with {@code Optional}, which that leaves out. Nothing else is ever read by it, files least of
 * all: what can write to Spark's wire can run code there anyway.
 */
final class Wire {
  private static final String REFUSED = "%s cannot travel to Spark's executors, as %s: %s";

  private Wire() {}

  /** An Optional on its way. */
  private record Possible(Object value) implements Serializable {
    private Object readResolve() {
      return Optional.ofNullable(value);
    }
  }

  /**
   * The bytes of {@code value}.
   *
   * @throws IllegalArgumentException naming what cannot travel: something not serializable, or of a
   *     class that no jar has, such as a lambda of a notebook's cell
   */
  static byte[] bytes(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Writer(bytes)) {
      out.writeObject(value);
    } catch (NotSerializableException e) {
      String cure = "let it implement java.io.Serializable, as records can";
      throw refused("a value of " + e.getMessage(), "that is not serializable", cure, e);
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static IllegalArgumentException refused(
      String what, String why, String cure, Exception cause) {
    return new IllegalArgumentException(REFUSED.formatted(what, why, cure), cause);
  }

  /** The value of {@link #bytes}. */
  static Object value(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  private static final class Writer extends ObjectOutputStream {
    Writer(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object value) {
      if (value instanceof SerializedLambda lambda) {
        String type = lambda.getFunctionalInterfaceClass().replaceAll(".*[/$]", "");
        check(lambda.getCapturingClass().replace('/', '.'), "a lambda for a " + type);
      }
      return value instanceof Optional<?> optional ? new Possible(optional.orElse(null)) : value;
    }

    @Override
    protected void annotateClass(Class<?> type) {
      if (!type.isPrimitive()) {
        check(type.getName(), "a value");
      }
    }

    private static void check(String className, String what) {
      try {
        Class.forName(className, false, Wire.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        String cure =
            "put it into one that they have (spark-submit --jars), or take what the library has,"
                + " such as LearningRate.constant, stepped, cosine or exponential";
        throw refused(what + " of " + className, "that class is in no jar", cure, e);
      }
    }
  }

  /** Finds classes where this one was found, whatever calls it. */
  private static final class Reader extends ObjectInputStream {
    Reader(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(description.getName(), false, Wire.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(description); // int.class and its like
      }
    }
  }
}
