package pathprox.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A kernel made of its real base library, without sockets. */
interface TestKernel {
  Kernel adapter();

  /** What was evaluated so far. */
  List<String> evaluated();

  /** Renders a value as the kernel does at the end of a cell, and writes it as it would send it. */
  JsonNode shown(Object value, String... types);

  /** Begins a cell; its messages are sent in the kernel's own JSON, or fail with the exception. */
  void beginCell(RuntimeException failure);

  /** Ends the cell, so that none runs. */
  void endCell();

  /** The messages of all cells. */
  List<JsonNode> sent();

  /** Reads what the private encoder of a kernel's socket class writes. */
  static JsonNode encoded(Class<?> socket, Object message) {
    try {
      var field = socket.getDeclaredField("replyGson");
      field.setAccessible(true);
      Object gson = field.get(null);
      Object json = gson.getClass().getMethod("toJson", Object.class).invoke(gson, message);
      return new ObjectMapper().readTree((String) json);
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw new AssertionError("the kernel cannot encode this", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
