package pathprox.tutorial.practice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pathprox.plot.Picture;

class PipelineDrawingsTest {
  static Stream<Picture> pictures() {
    return Stream.of(ModelDrawing.ofPipeline(), FolderDrawing.ofCrash());
  }

  /** Well-formed, and no text begins outside of the sheet. */
  @ParameterizedTest
  @MethodSource("pictures")
  void picture_texts_areOnTheSheet(Picture picture) throws Exception {
    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    double width = number(svg, "width");
    double height = number(svg, "height");
    NodeList texts = svg.getElementsByTagName("text");

    assertTrue(texts.getLength() > 10);
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      assertTrue(number(text, "x") >= 0 && number(text, "x") < width, text.getTextContent());
      assertTrue(number(text, "y") > 0 && number(text, "y") < height, text.getTextContent());
    }
    assertFalse(picture.text().isBlank());
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }
}
