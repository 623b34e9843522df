package pathprox.matrix;

import java.util.Arrays;

/** The kernels in float32, from which the build makes those in float64 (pom.xml). */
final class FloatWinograd extends Winograd {
  private static final int CHUNK = 256; // about; 16 times that stay in the fastest cache
  private static final int TAPS = 3;

  private final Axis vertical;
  private final Axis horizontal;
  private final Axis outputRows;
  private final Axis outputColumns;
  private float[][] values = new float[POINTS][0];
  private float[][] halfway = new float[POINTS][0];
  private float[] biases = {};

  FloatWinograd(Window window, Convolution.Scratch scratch) {
    super(window, scratch);
    vertical = window.vertical();
    horizontal = window.horizontal();
    outputRows = vertical.ofOutputs();
    outputColumns = horizontal.ofOutputs();
  }

  private void reserve(int length) {
    if (values[0].length < length) {
      values = new float[POINTS][length];
      halfway = new float[POINTS][length];
      biases = new float[length];
    }
  }

  /** Makes room for some tiles and says for how many. */
  private int reserveTiles(int channels) {
    int tiles = Math.max(1, CHUNK / channels);
    reserve(tiles * channels);
    return tiles;
  }

  @Override
  void transform(Matrix pixels, boolean areInputs, int from, int tiles, Matrix transformed) {
    int channels = pixels.columns();
    int step = reserveTiles(channels);
    for (int tile = 0; tile < tiles; tile += step) {
      int count = Math.min(step, tiles - tile);
      for (int i = 0; i < count; i++) {
        if (areInputs) {
          read(pixels, from + tile + i, SIDE, vertical, horizontal, i * channels);
        } else {
          read(pixels, from + tile + i, 2, outputRows, outputColumns, i * channels);
        }
      }
      if (areInputs) {
        FloatWinogradMaps.images(values, halfway, count * channels);
      } else {
        FloatWinogradMaps.outputGradients(values, halfway, count * channels);
      }
      put(transformed, tile * channels, tiles * channels, count * channels);
    }
  }

  /** Reads the square of pixels that begins where a tile does; 0 beside the image. */
  private void read(Matrix pixels, int tile, int side, Axis rows, Axis columns, int to) {
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
  void outputs(Matrix transformed, Matrix bias, int from, int tiles, Matrix outputs) {
    int channels = outputs.columns();
    int step = reserveTiles(channels);
    repeatBias(bias, step, channels);
    for (int tile = 0; tile < tiles; tile += step) {
      int count = Math.min(step, tiles - tile);
      get(transformed, tile * channels, tiles * channels, count * channels);
      FloatWinogradMaps.outputs(values, halfway, biases, count * channels);
      for (int i = 0; i < count; i++) {
        write(outputs, from + tile + i, i * channels);
      }
    }
  }

  private void repeatBias(Matrix bias, int times, int channels) {
    Arrays.fill(biases, 0);
    for (int i = 0; bias != null && i < times; i++) {
      ((FloatMatrix) bias).get(0, biases, i * channels, channels);
    }
  }

  private void write(Matrix outputs, int tile, int from) {
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
  void weights(Matrix weights, int run, Matrix transformed) {
    FloatMatrix source = (FloatMatrix) weights;
    reserve(CHUNK);
    for (int group = 0; group < weights.size() / TAPS / TAPS; group += run) {
      for (int i = 0; i < run; i += CHUNK) {
        int length = Math.min(CHUNK, run - i);
        for (int tap = 0; tap < TAPS * TAPS; tap++) {
          source.get(group * TAPS * TAPS + tap * run + i, values[tap], 0, length);
        }
        FloatWinogradMaps.weights(values, halfway, length);
        put(transformed, group + i, weights.size() / TAPS / TAPS, length);
      }
    }
  }

  @Override
  void weightGradients(double alpha, Matrix transformed, int run, double beta, Matrix destination) {
    FloatMatrix target = (FloatMatrix) destination;
    reserve(CHUNK);
    for (int group = 0; group < destination.size() / TAPS / TAPS; group += run) {
      for (int i = 0; i < run; i += CHUNK) {
        int length = Math.min(CHUNK, run - i);
        get(transformed, group + i, destination.size() / TAPS / TAPS, length);
        FloatWinogradMaps.weightGradients(values, halfway, length);
        for (int tap = 0; tap < TAPS * TAPS; tap++) {
          int at = group * TAPS * TAPS + tap * run + i;
          if (beta == 0) {
            Arrays.fill(biases, 0, length, 0);
          } else {
            target.get(at, biases, 0, length);
          }
          FloatWinogradMaps.add((float) alpha, values[tap], (float) beta, biases, length);
          target.put(at, biases, 0, length);
        }
      }
    }
  }

  private void get(Matrix transformed, int from, int distance, int length) {
    for (int point = 0; point < POINTS; point++) {
      ((FloatMatrix) transformed).get(from + point * distance, values[point], 0, length);
    }
  }

  private void put(Matrix transformed, int to, int distance, int length) {
    for (int point = 0; point < POINTS; point++) {
      ((FloatMatrix) transformed).put(to + point * distance, values[point], 0, length);
    }
  }
}
