package pathprox.tutorial.network;

import pathprox.plot.Picture;
import pathprox.tutorial.Drawing;

/** A channel between two convolutions: a unit with its weights in and its weights out. */
public final class ChannelDrawing {
  private static final double[] CHANNELS = {96, 154, 212, 270};
  private static final double[] FILTERS = {440, 510, 580};
  private static final int UNIT = 2;
  private static final String PALE_BLUE = "#D6E8F4";
  private static final String PALE_ORANGE = "#FBE3D3";

  private ChannelDrawing() {}

  /** {@return the filter that makes channel i, and the slices of all filters that read it} */
  public static Picture betweenConvolutions() {
    Drawing sheet = new Drawing(760, 420);
    sheet.title(20, 30, "Channel i between two convolutions");
    sheet.box(30, 143, 80, 80, Drawing.PALE, Drawing.GRAY).label(70, 250, "image", Drawing.INK);
    for (int channel = 0; channel < CHANNELS.length; channel++) {
      boolean isUnit = channel == UNIT;
      double y = CHANNELS[channel];
      String color = isUnit ? Drawing.BLUE : Drawing.GRAY;
      double thickness = isUnit ? 2.2 : 1;
      sheet.arrow(112, 183 + (y - 183) * 0.2, 170, y, color, thickness);
      kernel(sheet, 190, y, isUnit ? PALE_BLUE : "#FFFFFF", color);
      sheet.arrow(210, y, 262, y, color, thickness);
      sheet.box(266, y - 22, 44, 44, isUnit ? PALE_BLUE : Drawing.PALE, color);
      reading(sheet, y, isUnit);
    }
    for (int filter = 0; filter < FILTERS.length; filter++) {
      double x = FILTERS[filter];
      sheet.arrow(x, 292, x, 330, Drawing.GRAY, 1.4);
      sheet.box(x - 20, 334, 40, 40, Drawing.PALE, Drawing.GRAY);
      sheet.label(x, 64, "filter " + (filter + 1), Drawing.INK);
    }
    sheet.label(190, 64, "filters", Drawing.INK).label(288, 64, "channels", Drawing.INK);
    sheet.label(288, 217, "i", Drawing.BLUE);
    sheet.label(190, 245, "w_i", Drawing.BLUE).label(616, 217, "v_i", Drawing.ORANGE);
    sheet.note(20, 330, "w_i = W¹[i, :, :, :]", Drawing.BLUE);
    sheet.note(20, 352, "the filter that makes channel i", Drawing.INK);
    sheet.note(20, 380, "v_i = W²[:, i, :, :]", Drawing.ORANGE);
    sheet.note(20, 402, "the slices of all filters that read it", Drawing.INK);
    sheet.label(510, 398, "channels of the second convolution", Drawing.INK);
    return sheet.picture(
        "A channel between two convolutions: filter i of the first makes channel i from the image;"
            + " each filter of the second has a slice for each channel, and the slices i of all of"
            + " them read channel i.");
  }

  private static void reading(Drawing sheet, double y, boolean isUnit) {
    String color = isUnit ? Drawing.ORANGE : "#CFCFCF";
    double from = 314;
    for (double x : FILTERS) {
      sheet.arrow(from, y, x - 20, y, color, isUnit ? 2.2 : 1);
      kernel(sheet, x, y, isUnit ? PALE_ORANGE : "#FFFFFF", isUnit ? color : Drawing.GRAY);
      from = x + 18;
    }
  }

  /** Three by three weights around a center. */
  private static void kernel(Drawing sheet, double x, double y, String fill, String edge) {
    sheet.box(x - 17, y - 17, 34, 34, fill, edge);
    for (double third : new double[] {-5.7, 5.7}) {
      sheet.line(x + third, y - 17, x + third, y + 17, edge, 0.7);
      sheet.line(x - 17, y + third, x + 17, y + third, edge, 0.7);
    }
  }
}
