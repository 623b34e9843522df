package pathprox.notebook.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads pictures back: their texts and the pixels of the image that they hold. */
final class Svg {
  private final Document document;

  private Svg(Document document) {
    this.document = document;
  }

  /** Fails on anything that is not well-formed. */
  static Svg parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
  }

  static Svg of(View view) throws Exception {
    if (!view.mime().equals("image/svg+xml")) {
      throw new AssertionError("no picture but " + view);
    }
    return parse((String) view.rich());
  }

  private List<Element> elements(String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  String caption() {
    return String.join(
        " ",
        elements("text").stream()
            .filter(text -> !text.hasAttribute("font-size"))
            .map(Element::getTextContent)
            .toList());
  }

  List<String> labels() {
    return elements("text").stream()
        .filter(text -> text.hasAttribute("font-size"))
        .map(Element::getTextContent)
        .toList();
  }

  /** The frames around the pictures; the first rectangle is the card. */
  List<String> frameColors() {
    List<Element> all = elements("rect");
    return all.subList(1, all.size()).stream().map(rect -> rect.getAttribute("stroke")).toList();
  }

  double width() {
    return Double.parseDouble(document.getDocumentElement().getAttribute("width"));
  }

  BufferedImage image() throws IOException {
    String href = elements("image").get(0).getAttribute("href");
    byte[] png = Base64.getDecoder().decode(href.substring("data:image/png;base64,".length()));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** A pixel of the image as 0xRRGGBB; -1 where it is transparent. */
  int pixel(int x, int y) throws IOException {
    int color = image().getRGB(x, y);
    return color >>> 24 == 0 ? -1 : color & 0xFFFFFF;
  }
}
