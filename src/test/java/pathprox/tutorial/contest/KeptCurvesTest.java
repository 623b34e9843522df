package pathprox.tutorial.contest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pathprox.plot.Records.at;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pathprox.plot.Chart;

class KeptCurvesTest {
  @TempDir Path folder;
  private KeptCurves curves;

  @BeforeEach
  void load() throws Exception {
    String header = "run,method,seed,iteration,objective,active_units,test_accuracy\n";
    Path ours = folder.resolve("ours.csv");
    Files.writeString(
        ours,
        header
            + "a,PathProx,1,0,2.3,1200,0.1\na,PathProx,1,1000,0.2,600,0.8\n"
            + "b,PathProx,2,0,2.5,1200,0.1\nb,PathProx,2,1000,0.4,400,0.9\n");
    Path theirs = folder.resolve("theirs.csv");
    Files.writeString(
        theirs,
        header + "c,\"authors, PathProx\",0,0,,1200,\nc,\"authors, PathProx\",0,1000,0.25,500,\n");
    curves = KeptCurves.load(ours.toString(), theirs.toString());
  }

  @Test
  void each_seeds_areOneNumberEach() {
    assertArrayEquals(new double[] {600, 400}, curves.each("PathProx", 1000, "active_units"));
    assertEquals(0.3, curves.mean("PathProx", 1000, "objective"), 1e-12);
    assertEquals(Double.NaN, curves.mean("PathProx", 7, "objective"));
    assertEquals(3, curves.at(1000).rowCount());
    assertEquals(0.2, curves.at(1000).doubleColumn("objective").get(0));
    assertFalse(curves.at(1000).containsColumn("iteration"), "it is the same for all");
  }

  @Test
  void apart_means_areComparedInPercent() {
    double[] apart = curves.apart("PathProx", "authors, PathProx", 1000);
    assertArrayEquals(new double[] {20}, apart, 1e-9);
  }

  @Test
  void chart_start_isLeftOutAsTheAxisIsLogarithmic() {
    Chart chart = curves.chart("objective", "Objective");
    assertEquals("log", at(chart.layout(), "xaxis", "type"));
    assertEquals("Objective", at(chart.layout(), "title", "text"));
    String text = chart.toString();
    assertTrue(text.contains("2 seeds") && text.contains("authors"), text);
    assertFalse(text.contains("2.3"), text);
    int last = chart.data().size() - 1;
    assertEquals("authors, PathProx, 1 seed", at(chart.data().get(last), "name"));
    Object ours = at(chart.data().get(last - 1), "line", "color");
    assertEquals(ours, at(chart.data().get(last), "line", "color"), "one color for a method");
  }

  @Test
  void load_otherFile_isRefused() throws Exception {
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "x,y\n1,2\n");
    assertThrows(IllegalStateException.class, () -> KeptCurves.load(other.toString()));
  }
}
