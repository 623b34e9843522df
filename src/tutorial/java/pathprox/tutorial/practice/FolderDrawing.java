package pathprox.tutorial.practice;

import java.util.List;
import java.util.Locale;
import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** The folder of a training over time: states come and go, a crash loses little, a result stays. */
public final class FolderDrawing {
  private static final double LEFT = 70;
  private static final double STEP = 330; // pixels for 1,000 iterations
  private static final double FIRST = 84; // height of the first attempt
  private static final double SECOND = 132;
  private static final String RED = "#B00020";

  private FolderDrawing() {}

  /** What the folder holds from an iteration on. */
  private record Moment(double x, String heading, List<String> files) {}

  /**
   * {@return a training that is killed at iteration 1,200 and goes on from its state after 1,000}
   */
  public static Picture ofCrash() {
    Drawing sheet = new Drawing(780, 372);
    sheet.title(20, 30, "A training of 2,000 iterations, killed at 1,200");
    for (int iteration = 0; iteration <= 2000; iteration += 500) {
      double x = at(iteration);
      sheet.dashed(x, 52, x, 168, "#DDDDDD");
      sheet.label(x, 52, String.format(Locale.ROOT, "%,d", iteration), Drawing.GRAY);
    }
    attempts(sheet);
    sheet.title(20, 206, "Its folder, from then on");
    moments().forEach(moment -> folder(sheet, moment));
    return sheet.picture(
        "A training keeps a state after 500 and after 1,000 iterations and is killed after 1,200."
            + " The second call goes on from the state after 1,000 and ends after 2,000. Its folder"
            + " holds the start network, then the last two states, and at the end the network and"
            + " the result in their place.");
  }

  private static void attempts(Drawing sheet) {
    sheet.line(at(0), FIRST, at(1200), FIRST, Drawing.BLUE, 3);
    sheet.line(at(1200) - 7, FIRST - 7, at(1200) + 7, FIRST + 7, RED, 3);
    sheet.line(at(1200) - 7, FIRST + 7, at(1200) + 7, FIRST - 7, RED, 3);
    sheet.note(at(1200) + 16, FIRST + 5, "killed: the last 200 are lost", RED);
    sheet.dashed(at(1000), FIRST + 8, at(1000), SECOND - 8, Drawing.GREEN);
    sheet.arrow(at(1000), SECOND, at(2000), SECOND, Drawing.GREEN, 3);
    sheet.note(at(1000) + 14, SECOND + 24, "the same call again", Drawing.GREEN);
    for (int state : new int[] {500, 1000}) {
      sheet.circle(at(state), FIRST, 7, "#FFFFFF", Drawing.BLUE);
    }
    sheet.circle(at(1500), SECOND, 7, "#FFFFFF", Drawing.GREEN);
    sheet.note(at(0) + 14, FIRST + 24, "○ a state is written", Drawing.BLUE);
  }

  private static List<Moment> moments() {
    return List.of(
        new Moment(20, "begins", List.of("start")),
        new Moment(172, "after 500", List.of("start", "state 500")),
        new Moment(324, "after 1,000", List.of("start", "state 500", "state 1,000")),
        new Moment(476, "after 1,500", List.of("start", "state 1,000", "state 1,500")),
        new Moment(628, "after 2,000", List.of("start", "network", "result")));
  }

  private static void folder(Drawing sheet, Moment moment) {
    sheet.note(moment.x, 232, moment.heading, Drawing.INK);
    sheet.box(moment.x, 242, 132, 112, Drawing.PALE, Drawing.GRAY);
    for (int i = 0; i < moment.files.size(); i++) {
      String file = moment.files.get(i);
      boolean isLasting = file.equals("network") || file.equals("result");
      String edge =
          isLasting ? Drawing.GREEN : file.startsWith("state") ? Drawing.BLUE : Drawing.GRAY;
      double y = 252 + 33 * i;
      sheet.box(moment.x + 12, y, 108, 26, "#FFFFFF", edge);
      sheet.label(moment.x + 66, y + 18, file, Drawing.INK);
    }
  }

  private static double at(int iteration) {
    return LEFT + STEP * iteration / 1000;
  }
}
