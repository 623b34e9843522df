package pathprox.io;

import java.nio.ByteBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/** The types of numbers, with their names in the format, that a network is made from. */
enum NumberType {
  F32(DataType.FLOAT, DataType.FLOAT, 0x7F80_0000L),
  F64(DataType.DOUBLE, DataType.DOUBLE, 0x7FF0_0000_0000_0000L),
  F16(DataType.FLOAT16, DataType.FLOAT, 0x7C00L),
  BF16(DataType.BFLOAT16, DataType.FLOAT, 0x7F80L);

  /** The type in the file. */
  final DataType stored;

  /** The type in a network, which holds all these numbers exactly. */
  final DataType loaded;

  /** The bits of the exponent; all of them set mean NaN or an infinity. */
  private final long exponent;

  NumberType(DataType stored, DataType loaded, long exponent) {
    this.stored = stored;
    this.loaded = loaded;
    this.exponent = exponent;
  }

  static NumberType of(DataType stored) {
    return stored == DataType.FLOAT ? F32 : F64;
  }

  int width() {
    return stored.width();
  }

  /** Whether all numbers of a block are finite, which is read to its end. */
  boolean areFinite(ByteBuffer numbers) {
    boolean areFinite = true;
    while (numbers.hasRemaining()) {
      long bits =
          switch (width()) {
            case Short.BYTES -> numbers.getShort();
            case Integer.BYTES -> numbers.getInt();
            default -> numbers.getLong();
          };
      areFinite &= (bits & exponent) != exponent;
    }
    return areFinite;
  }
}
