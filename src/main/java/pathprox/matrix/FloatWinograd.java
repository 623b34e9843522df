package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatWinograd extends Winograd {
  private static final ThreadLocal<Own> OWN = ThreadLocal.withInitial(Own::new);

  private final Axis vertical;
  private final Axis horizontal;
  private final Axis outputRows;
  private final Axis outputColumns;

  FloatWinograd(Window window, Convolution.Scratch scratch) {
    super(window, scratch);
    vertical = window.vertical();
    horizontal = window.horizontal();
    outputRows = vertical.ofOutputs();
    outputColumns = horizontal.ofOutputs();
  }

  /** What a thread has on its way through the maps. */
  private static final class Own {
    float[][] values = new float[POINTS][CHUNK];
    float[][] halfway = new float[POINTS][CHUNK];
    float[] biases = new float[CHUNK];

    /** Makes room for some tiles and says for how many. */
    int reserveTiles(int channels) {
      int tiles = Math.max(1, CHUNK / channels);
      if (biases.length < tiles * channels) {
        values = new float[POINTS][channels];
        halfway = new float[POINTS][channels];
        biases = new float[channels];
      }
      return tiles;
    }

    void get(Matrix transformed, int from, int distance, int length) {
      for (int point = 0; point < POINTS; point++) {
        ((FloatMatrix) transformed).get(from + point * distance, values[point], 0, length);
      }
    }

    void put(Matrix transformed, int to, int distance, int length) {
      for (int point = 0; point < POINTS; point++) {
        ((FloatMatrix) transformed).put(to + point * distance, values[point], 0, length);
      }
    }
  }

  @Override
  void transform(
      Matrix pixels, boolean areInputs, int from, int to, int first, Matrix transformed) {
    Own own = OWN.get();
    int channels = pixels.columns();
    int step = own.reserveTiles(channels);
    for (int tile = from; tile < to; tile += step) {
      int count = Math.min(step, to - tile);
      for (int i = 0; i < count; i++) {
        int number = first + tile + i;
        if (areInputs) {
          read(own.values, pixels, number, SIDE, vertical, horizontal, i * channels);
        } else {
          read(own.values, pixels, number, 2, outputRows, outputColumns, i * channels);
        }
      }
      if (areInputs) {
        FloatWinogradMaps.images(own.values, own.halfway, count * channels);
      } else {
        FloatWinogradMaps.outputGradients(own.values, own.halfway, count * channels);
      }
      own.put(transformed, tile * channels, transformed.size() / POINTS, count * channels);
    }
  }

  /** Reads the square of pixels that begins where a tile does; 0 beside the image. */
  private void read(
      float[][] values, Matrix pixels, int tile, int side, Axis rows, Axis columns, int to) {
    FloatMatrix source = (FloatMatrix) pixels;
    int channels = pixels.columns();
    int image = tile / (tilesAcross * tilesDown);
    int top = tile / tilesAcross % tilesDown * 2 - rows.margin();
    int left = tile % tilesAcross * 2 - columns.margin();
    for (int i = 0; i < side * side; i++) {
      int y = top + i / side;
      int x = left + i % side;
      if (y < 0 || x < 0 || y >= rows.size() || x >= columns.size()) {
        Arrays.fill(values[i], to, to + channels, 0);
      } else {
        int pixel = (image * rows.size() + y) * columns.size() + x;
        source.get(pixel * channels, values[i], to, channels);
      }
    }
  }

  @Override
  void outputs(Matrix transformed, int from, int to, int first) {
    Own own = OWN.get();
    int channels = outputs.columns();
    int step = own.reserveTiles(channels);
    Arrays.fill(own.biases, 0);
    for (int i = 0; bias != null && i < step; i++) {
      ((FloatMatrix) bias).get(0, own.biases, i * channels, channels);
    }
    for (int tile = from; tile < to; tile += step) {
      int count = Math.min(step, to - tile);
      own.get(transformed, tile * channels, transformed.size() / POINTS, count * channels);
      FloatWinogradMaps.outputs(own.values, own.halfway, own.biases, count * channels);
      for (int i = 0; i < count; i++) {
        write(own.values, first + tile + i, i * channels);
      }
    }
  }

  private void write(float[][] values, int tile, int from) {
    FloatMatrix target = (FloatMatrix) outputs;
    int channels = outputs.columns();
    int image = tile / (tilesAcross * tilesDown);
    for (int i = 0; i < 4; i++) {
      int y = tile / tilesAcross % tilesDown * 2 + i / 2;
      int x = tile % tilesAcross * 2 + i % 2;
      if (y < vertical.outputs() && x < horizontal.outputs()) {
        int pixel = (image * vertical.outputs() + y) * horizontal.outputs() + x;
        target.put(pixel * channels, values[i], from, channels);
      }
    }
  }

  @Override
  void weights(int from, int run, int length, int to, Matrix transformed) {
    Own own = OWN.get();
    for (int tap = 0; tap < TAPS; tap++) {
      ((FloatMatrix) weights).get(from + tap * run, own.values[tap], 0, length);
    }
    FloatWinogradMaps.weights(own.values, own.halfway, length);
    own.put(transformed, to, transformed.size() / POINTS, length);
  }

  @Override
  void weightGradients(Matrix transformed, int from, int length, int to, int run) {
    FloatMatrix target = (FloatMatrix) weights;
    Own own = OWN.get();
    own.get(transformed, from, transformed.size() / POINTS, length);
    FloatWinogradMaps.weightGradients(own.values, own.halfway, length);
    for (int tap = 0; tap < TAPS; tap++) {
      if (beta == 0) {
        Arrays.fill(own.biases, 0, length, 0);
      } else {
        target.get(to + tap * run, own.biases, 0, length);
      }
      FloatWinogradMaps.add((float) alpha, own.values[tap], (float) beta, own.biases, length);
      target.put(to + tap * run, own.biases, 0, length);
    }
  }
}
