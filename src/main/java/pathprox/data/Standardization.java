package pathprox.data;

import static pathprox.matrix.Arguments.require;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The change x → (x − mean)/deviation of each column, in double; both are [1, d]. */
record Standardization(INDArray mean, INDArray deviation) {
  private static final int BLOCK = 1_000; // rows that are held in double at the same time

  static Standardization of(INDArray features) {
    // Distances from the first row are exactly 0 in a constant column, so its deviation is too.
    INDArray origin = features.getRow(0, true).castTo(DataType.DOUBLE);
    INDArray mean = origin.add(average(features, rows -> rows.subiRowVector(origin)));
    INDArray variance = average(features, rows -> rows.subiRowVector(mean).muli(rows));
    require(
        Double.isFinite(variance.sumNumber().doubleValue()),
        "features are too large to be standardized, the largest is %s",
        features.amaxNumber());
    for (int column = 0; column < variance.columns(); column++) {
      if (variance.getDouble(0, column) == 0) {
        variance.putScalar(0, column, 1);
      }
    }
    return new Standardization(mean, Transforms.sqrt(variance));
  }

  Dataset applyTo(Dataset data) {
    INDArray features = data.features();
    INDArray changed = Nd4j.create(features.dataType(), features.shape(), 'c');
    inBlocks(
        features,
        (rows, place) -> {
          rows.subiRowVector(mean).diviRowVector(deviation);
          changed.get(place, NDArrayIndex.all()).assign(rows);
        });
    return data.withFeatures(changed);
  }

  private static INDArray average(INDArray features, UnaryOperator<INDArray> ofRows) {
    INDArray sum = Nd4j.create(DataType.DOUBLE, 1, features.columns());
    inBlocks(features, (rows, place) -> sum.addi(ofRows.apply(rows).sum(true, 0)));
    return sum.divi(features.rows());
  }

  /** Hands out copies in double of some rows at a time, with their place. */
  private static void inBlocks(INDArray features, BiConsumer<INDArray, INDArrayIndex> use) {
    for (int from = 0; from < features.rows(); from += BLOCK) {
      INDArrayIndex place = NDArrayIndex.interval(from, Math.min(from + BLOCK, features.rows()));
      INDArray rows = features.get(place, NDArrayIndex.all());
      use.accept(Nd4j.create(DataType.DOUBLE, rows.shape(), 'c').assign(rows), place);
    }
  }
}
