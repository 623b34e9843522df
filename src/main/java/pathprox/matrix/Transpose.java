package pathprox.matrix;

import org.bytedeco.openblas.global.openblas_nolapack;

/** Whether a factor of a matrix product is taken as it is stored or transposed. */
public enum Transpose {
  /** As stored. */
  NO(openblas_nolapack.CblasNoTrans, ""),
  /** Rows and columns exchanged. */
  YES(openblas_nolapack.CblasTrans, "ᵀ");

  /** The word of BLAS for it. */
  final int cblas;

  final String sign;

  Transpose(int cblas, String sign) {
    this.cblas = cblas;
    this.sign = sign;
  }

  /** {@return the other one, for which op(matrix) is the transpose of what this one makes it} */
  public Transpose other() {
    return this == YES ? NO : YES;
  }

  /** {@return the number of rows of op({@code matrix})} */
  public int rows(Matrix matrix) {
    return this == YES ? matrix.columns() : matrix.rows();
  }

  /** {@return the number of columns of op({@code matrix})} */
  public int columns(Matrix matrix) {
    return this == YES ? matrix.rows() : matrix.columns();
  }
}
