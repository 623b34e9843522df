package pathprox.onnx;

import static java.util.Objects.requireNonNull;
import static pathprox.matrix.Arguments.require;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import pathprox.network.Shape;

/**
 * A graph of ONNX as it grows, in operator set 13 (onnx.ai/onnx/operators). Values go by name; each
 * operator has one output.
 */
final class Graph {
  private static final int OPERATORS = 13;
  private static final int FORMAT = 7; // the first one with these operators

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("pathprox");
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** An attribute that is one whole number. */
  static AttributeProto whole(String name, long value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setI(value);
    return attribute.setType(AttributeProto.AttributeType.INT).build();
  }

  /** An attribute that is a list of whole numbers. */
  static AttributeProto wholes(String name, int count, long value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    LongStream.generate(() -> value).limit(count).forEach(attribute::addInts);
    return attribute.setType(AttributeProto.AttributeType.INTS).build();
  }

  /** Adds an operator whose output has a name of its own. */
  String add(String operator, List<String> inputs, AttributeProto... attributes) {
    return add(operator + "_" + graph.getNodeCount(), operator, inputs, attributes);
  }

  String add(String name, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(name)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(name)
            .addAllAttribute(Arrays.asList(attributes)));
    return name;
  }

  String cast(String value, DataType type) {
    return add("Cast", List.of(value), whole("to", number(type)));
  }

  /** A constant array in a type, whose numbers must be finite there. */
  String array(String name, INDArray array, DataType type) {
    INDArray values = array.castTo(type);
    int width = type.width();
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(values.length() * width));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (type == DataType.FLOAT) {
      bytes.asFloatBuffer().put(values.dup('c').data().asFloat());
    } else {
      bytes.asDoubleBuffer().put(values.dup('c').data().asDouble());
    }
    boolean areFinite = areFinite(bytes, type);
    require(areFinite, "'%s' holds NaN or an infinity, as float%s", name, 8 * width);
    return constant(name, number(type), values.shape(), UnsafeByteOperations.unsafeWrap(bytes));
  }

  private static boolean areFinite(ByteBuffer bytes, DataType type) {
    boolean areFinite = true;
    for (int at = 0; at < bytes.limit(); at += type.width()) {
      double value = type == DataType.FLOAT ? bytes.getFloat(at) : bytes.getDouble(at);
      areFinite &= Double.isFinite(value);
    }
    return areFinite;
  }

  /** A constant vector in double. */
  String vector(String name, DoubleStream values) {
    double[] all = values.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(all);
    long[] shape = {all.length};
    return constant(name, number(DataType.DOUBLE), shape, UnsafeByteOperations.unsafeWrap(bytes));
  }

  /** A constant vector of whole numbers. */
  String vector(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    long[] shape = {values.length};
    return constant(
        name, TensorProto.DataType.INT64_VALUE, shape, UnsafeByteOperations.unsafeWrap(bytes));
  }

  private String constant(String name, int type, long[] shape, ByteString bytes) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
    LongStream.of(shape).forEach(tensor::addDims);
    graph.addInitializer(tensor.setRawData(bytes));
    return name;
  }

  String input(String name, DataType type, Shape ofSample) {
    graph.addInput(samples(name, type, ofSample));
    return name;
  }

  void output(String name, DataType type, Shape ofSample) {
    graph.addOutput(samples(name, type, ofSample));
  }

  private static ValueInfoProto samples(String name, DataType type, Shape ofSample) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("samples");
    ofSample.sizes().forEach(size -> shape.addDimBuilder().setDimValue(size));
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder();
    tensor.setElemType(number(type)).setShape(shape);
    TypeProto.Builder typed = TypeProto.newBuilder().setTensorType(tensor);
    return ValueInfoProto.newBuilder().setName(name).setType(typed).build();
  }

  private static int number(DataType type) {
    return type == DataType.FLOAT
        ? TensorProto.DataType.FLOAT_VALUE
        : TensorProto.DataType.DOUBLE_VALUE;
  }

  /** Adds a text to the metadata. */
  void text(String name, String text) {
    requireNonNull(name, "the name of a text must not be null");
    requireNonNull(text, () -> "the text '" + name + "' must not be null");
    String half =
        "the text '%s' or its name has half of a surrogate pair, which UTF-8 cannot hold: remove it";
    require(StandardCharsets.UTF_8.newEncoder().canEncode(name + "=" + text), half, name);
    require(!texts.containsKey(name), "a text '%s' is there already", name);
    texts.put(name, text);
  }

  OnnxFile file() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("PathProx")
            .setProducerVersion(texts.getOrDefault("version", ""))
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
            .setGraph(graph);
    texts.forEach((name, text) -> model.addMetadataPropsBuilder().setKey(name).setValue(text));
    return new OnnxFile(model.build());
  }
}
