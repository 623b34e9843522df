package pathprox;

/** How closely numbers must agree, by what they are compared with. */
public final class Tolerance {
  /** Float64 against the authors' code, as the project's promise states it. */
  public static final double REFERENCE = 1e-10;

  /** A float64 gradient against central differences with step 1e-6, relative to 1. */
  public static final double CENTRAL_DIFFERENCE = 1e-7;

  /** Float64 computed in two ways: a few hundred roundings. */
  public static final double ROUNDING = 1e-12;

  /** Float32 against float64 over a few steps. */
  public static final double SINGLE_PRECISION = 1e-4;

  private Tolerance() {}
}
