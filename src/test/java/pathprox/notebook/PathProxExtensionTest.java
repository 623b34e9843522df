package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.junit.jupiter.api.Test;

class PathProxExtensionTest {
  private static final int IMPORTS = PathProxExtension.IMPORTS.size();

  @Test
  void serviceFile_loaded_namesTheExtension() {
    List<Class<?>> found =
        ServiceLoader.load(Extension.class).stream()
            .<Class<?>>map(ServiceLoader.Provider::type)
            .toList();
    assertEquals(List.of(PathProxExtension.class), found);
  }

  @Test
  void install_freshKernel_registersAllAndImports() {
    FakeKernel kernel = new FakeKernel(source -> {});
    new PathProxExtension().install(kernel);
    Diagnostics state = Diagnostics.current();
    assertEquals(Renderings.all().size(), state.renderings().size());
    assertTrue(kernel.evaluated.contains("import tech.tablesaw.api.*;"));
    assertEquals(List.of(), state.failures());
    assertTrue(state.toString().contains("kernel: fake 1 (pathprox.notebook.FakeKernel)"));
  }

  @Test
  void install_twice_changesNothing() {
    FakeKernel kernel = new FakeKernel(source -> {});
    new PathProxExtension().install(kernel);
    Diagnostics first = Diagnostics.current();
    new PathProxExtension().install(kernel);
    assertEquals(first, Diagnostics.current());
    assertEquals(IMPORTS, kernel.evaluated.size());
  }

  @Test
  void install_importThatFails_keepsTheReasonAndGoesOn() {
    FakeKernel kernel =
        new FakeKernel(
            source -> {
              if (source.contains("tablesaw")) {
                throw new NoClassDefFoundError("tech/tablesaw");
              }
            });
    new PathProxExtension().install(kernel);
    Diagnostics state = Diagnostics.current();
    assertEquals(1, state.failures().size());
    assertTrue(state.failures().get(0).contains("NoClassDefFoundError: tech/tablesaw"));
    assertEquals(IMPORTS - 1, state.imports().size());
    assertEquals(Renderings.all().size(), state.renderings().size());
  }

  @Test
  void install_rendererOfAnotherVersion_doesNotThrow() {
    Renderer renderer =
        new Renderer() {
          @Override
          public <T> RenderRegistration<T> createRegistration(Class<T> type) {
            // The kernel registers its own types while it is made.
            if (type.getName().matches("(pathprox|tech)\\..*")) {
              throw new NoSuchMethodError("createRegistration");
            }
            return super.createRegistration(type);
          }
        };
    FakeKernel kernel = new FakeKernel(source -> {}, renderer);
    new PathProxExtension().install(kernel);
    assertEquals(Renderings.all().size(), Diagnostics.current().failures().size());
    assertEquals(IMPORTS, kernel.evaluated.size());
  }
}
