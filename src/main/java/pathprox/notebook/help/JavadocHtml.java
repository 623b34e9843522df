package pathprox.notebook.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.stream.Collectors;

/** A documentation comment as HTML. */
final class JavadocHtml extends SimpleDocTreeVisitor<String, Void> {
  private static final JavadocHtml HTML = new JavadocHtml();

  private JavadocHtml() {}

  static String all(DocCommentTree comment) {
    String tags =
        comment.getBlockTags().stream()
            .map(each -> "<li>" + each.accept(HTML, null) + "</li>")
            .collect(Collectors.joining());
    String list = tags.isEmpty() ? "" : "<ul>" + tags + "</ul>";
    return "<p>" + html(comment.getFullBody()) + "</p>" + list;
  }

  static String firstSentence(DocCommentTree comment) {
    return html(comment.getFirstSentence());
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String html(List<? extends DocTree> trees) {
    return trees.stream().map(each -> each.accept(HTML, null)).collect(Collectors.joining());
  }

  private static String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  /** Tags and entities of HTML stay as they are written. */
  @Override
  protected String defaultAction(DocTree tree, Void unused) {
    return tree.toString();
  }

  @Override
  public String visitText(TextTree text, Void unused) {
    return escaped(text.getBody());
  }

  @Override
  public String visitLiteral(LiteralTree literal, Void unused) {
    return code(literal.getBody().getBody());
  }

  @Override
  public String visitLink(LinkTree link, Void unused) {
    String label = html(link.getLabel());
    return label.isEmpty()
        ? code(link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.'))
        : label;
  }

  @Override
  public String visitValue(ValueTree value, Void unused) {
    return value.getReference() == null ? "" : code(value.getReference().getSignature());
  }

  @Override
  public String visitReturn(ReturnTree result, Void unused) {
    return "returns " + html(result.getDescription()) + (result.isInline() ? "." : "");
  }

  @Override
  public String visitParam(ParamTree parameter, Void unused) {
    return code(parameter.getName().toString()) + ": " + html(parameter.getDescription());
  }

  @Override
  public String visitThrows(ThrowsTree thrown, Void unused) {
    String type = thrown.getExceptionName().getSignature();
    return "throws " + code(type) + " " + html(thrown.getDescription());
  }

  @Override
  public String visitSee(SeeTree see, Void unused) {
    return "see " + html(see.getReference());
  }
}
