package pathprox;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Texts that are formatted without a locale and hold a number that would need one. */
final class FormatsWithoutLocale extends TreeScanner<Void, Void> {
  private static final Pattern NUMBER = Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*[\\d.]*[dfeEgG]");

  private final Map<String, String> texts = new HashMap<>();
  private final List<String> found = new ArrayList<>();

  static List<String> in(String source) throws IOException {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, null, null, List.of(file));
    FormatsWithoutLocale scanner = new FormatsWithoutLocale();
    scanner.scan(task.parse(), null);
    return scanner.found;
  }

  /** A name means what was declared last, constants of the class first. */
  @Override
  public Void visitVariable(VariableTree variable, Void none) {
    texts.put(variable.getName().toString(), text(variable.getInitializer()));
    return super.visitVariable(variable, none);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
    if (call.getMethodSelect() instanceof MemberSelectTree method) {
      String name = method.getIdentifier().toString();
      ExpressionTree owner = method.getExpression();
      if (name.equals("formatted")) {
        check(text(owner));
      } else if (name.equals("printf") || owner.toString().equals("String")) {
        check(call.getArguments().isEmpty() ? "" : text(call.getArguments().get(0)));
      }
    }
    return super.visitMethodInvocation(call, none);
  }

  private void check(String format) {
    if (NUMBER.matcher(format).find()) {
      found.add(format);
    }
  }

  private String text(Tree tree) {
    if (tree instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    if (tree instanceof ParenthesizedTree inner) {
      return text(inner.getExpression());
    }
    if (tree instanceof BinaryTree sum) {
      return text(sum.getLeftOperand()) + text(sum.getRightOperand());
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return text(choice.getTrueExpression()) + text(choice.getFalseExpression());
    }
    return tree instanceof IdentifierTree name ? texts.getOrDefault(name.toString(), "") : "";
  }
}
