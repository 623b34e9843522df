/**
 * Networks and models as ONNX files, from which other programs predict. Needs the library {@code
 * org.tribuo:tribuo-util-onnx}, which is an optional dependency. May import {@code model}, {@code
 * features}, {@code io}, {@code network} and {@code matrix}. A new layer is one more operator in
 * {@code LayerNodes}.
 */
package pathprox.onnx;
