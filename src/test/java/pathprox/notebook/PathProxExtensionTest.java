package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pathprox.progress.Progress;

class PathProxExtensionTest {
  @AfterEach
  void hideProgress() {
    Progress.hide();
  }

  @Test
  void serviceFile_loaded_namesTheExtension() {
    List<Class<?>> found =
        ServiceLoader.load(Extension.class).stream()
            .<Class<?>>map(ServiceLoader.Provider::type)
            .toList();
    assertEquals(List.of(PathProxExtension.class), found);
  }

  @Test
  void install_kernel_isPrepared() {
    FakeKernel kernel = new FakeKernel(source -> {});
    new PathProxExtension().install(kernel);
    assertEquals(kernel.adapter(), Installation.kernel().orElseThrow());
    assertEquals(Installation.IMPORTS.size(), kernel.evaluated.size());
  }
}
