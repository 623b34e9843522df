package pathprox.notebook.help;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A class as its source documents it. */
final class Source {
  private final CompilationUnitTree unit;
  private final DocTrees trees;
  private final ClassTree type;

  private Source(CompilationUnitTree unit, DocTrees trees, ClassTree type) {
    this.unit = unit;
    this.trees = trees;
    this.type = type;
  }

  static Source of(String name, String text) {
    URI place = URI.create("string:///" + name + ".java");
    JavaFileObject file =
        new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, all -> {}, null, null, List.of(file));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
      return new Source(unit, DocTrees.instance(task), type);
    } catch (IOException e) {
      throw new UncheckedIOException("the documentation of %s cannot be read".formatted(name), e);
    }
  }

  /** The page of the class: its comment, and a line for each public member. */
  HelpPage page() {
    String rows =
        members(type).stream()
            .map(
                each ->
                    "<tr><td><code>%s</code></td><td>%s</td></tr>"
                        .formatted(signature(each), first(each)))
            .collect(Collectors.joining("\n"));
    String table = rows.isEmpty() ? "" : "<table>" + rows + "</table>";
    String title = "<p><b>%s %s</b></p>".formatted(kind(), type.getSimpleName());
    return HelpPage.of(title + comment(type) + table);
  }

  /** The page of a member, with all methods of that name, or of a class within the class. */
  HelpPage page(String member) {
    Optional<ClassTree> inner =
        type.getMembers().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .filter(each -> each.getSimpleName().contentEquals(member))
            .findFirst();
    if (inner.isPresent()) {
      return new Source(unit, trees, inner.get()).page();
    }
    String name = member.equals("new") ? "<init>" : member;
    String all =
        members(type).stream()
            .filter(each -> name(each).equals(name))
            .map(each -> "<p><code>%s</code></p>%s".formatted(signature(each), comment(each)))
            .collect(Collectors.joining("\n"));
    String asked = type.getSimpleName() + "." + member;
    List<String> names = members(type).stream().map(Source::name).toList();
    return all.isEmpty() ? Help.unknown("method", asked, member, names) : HelpPage.of(all);
  }

  private String kind() {
    return switch (type.getKind()) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      default -> "class";
    };
  }

  private static List<Tree> members(ClassTree type) {
    boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
    List<Tree> members = new ArrayList<>();
    for (Tree each : type.getMembers()) {
      boolean isPublic =
          each instanceof MethodTree method
              ? isInterface || method.getModifiers().getFlags().contains(Modifier.PUBLIC)
              : each instanceof VariableTree field
                  && field.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (isPublic && !name(each).equals("toString")) {
        members.add(each);
      }
    }
    return members;
  }

  private static String name(Tree member) {
    return member instanceof MethodTree method
        ? method.getName().toString()
        : ((VariableTree) member).getName().toString();
  }

  private String signature(Tree member) {
    if (member instanceof MethodTree method) {
      String parameters =
          method.getParameters().stream()
              .map(each -> each.getType() + " " + each.getName())
              .collect(Collectors.joining(", "));
      boolean isNew = method.getReturnType() == null;
      String start = isNew ? "new " + type.getSimpleName() : method.getName().toString();
      boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
      String of = isStatic ? type.getSimpleName() + "." : "";
      String result = isNew ? "" : " → " + method.getReturnType();
      return JavadocHtml.escaped(of + start + "(" + parameters + ")" + result);
    }
    VariableTree field = (VariableTree) member;
    return JavadocHtml.escaped(field.getName() + " → " + field.getType());
  }

  private Optional<DocCommentTree> documentation(Tree tree) {
    return Optional.ofNullable(trees.getDocCommentTree(TreePath.getPath(unit, tree)));
  }

  private String comment(Tree tree) {
    return documentation(tree).map(JavadocHtml::all).orElse("");
  }

  private String first(Tree tree) {
    return documentation(tree).map(JavadocHtml::firstSentence).orElse("");
  }
}
