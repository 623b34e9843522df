package pathprox.notebook.view;

import java.util.function.Supplier;

/** How a kernel would show a value: by the rendering of its type. */
final class Shown {
  private Shown() {}

  static View of(Object value) {
    return Rendering.all(false).stream()
        .<Rendering<?>>map(Supplier::get)
        .filter(rendering -> rendering.type().isInstance(value))
        .findFirst()
        .map(rendering -> view(rendering, value))
        .orElseThrow();
  }

  private static <T> View view(Rendering<T> rendering, Object value) {
    return rendering.toView().apply(rendering.type().cast(value));
  }
}
