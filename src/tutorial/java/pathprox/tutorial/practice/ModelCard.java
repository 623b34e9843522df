package pathprox.tutorial.practice;

import static pathprox.matrix.Arguments.require;

import java.util.List;
import java.util.stream.Collectors;
import pathprox.metrics.InputInfluence;
import pathprox.model.Model;

/**
 * What someone who uses a model needs to know, on one page: what it is for, what it was trained on,
 * how good it is on unseen rows, what it looks at, and where it should not be trusted (Mitchell et
 * al., "Model cards for model reporting", 2019). The first and the last are for a person to write.
 *
 * @param model which
 * @param use what it is for, and who would use it
 * @param limits where it should not be trusted
 */
public record ModelCard(Model model, String use, String limits) {
  private static final int STRONGEST = 3;

  /** Refuses a card on which nobody has written anything. */
  public ModelCard {
    require(!use.isBlank(), "say what the model is for");
    require(!limits.isBlank(), "say where the model should not be trusted");
  }

  /** {@return the card, a heading and its lines for each part} */
  @Override
  public String toString() {
    return String.join(
        "\n",
        List.of(
            "MODEL CARD: " + model.target().column(),
            "Use          " + use,
            "Predicts     " + model.target(),
            "Trained on   " + rows(),
            "Method       " + model.origin().method(),
            "Network      " + model.origin().units().replaceAll("[\\[\\]]", ""),
            "Unseen rows  " + measures(),
            "Looks at     " + strongest(),
            "Not for      " + limits));
  }

  private String rows() {
    return "%s rows, fingerprint %s…"
        .formatted(model.origin().rows(), model.origin().fingerprint().substring(0, 12));
  }

  /** As measured by cross-validation, a line each. */
  private String measures() {
    List<String> measures = model.origin().measures();
    return measures.isEmpty() ? "not measured" : String.join("\n             ", measures);
  }

  private String strongest() {
    String names =
        model.influence().strongestFirst().stream()
            .limit(STRONGEST)
            .map(InputInfluence.Group::name)
            .collect(Collectors.joining(", "));
    return "above all " + names;
  }
}
