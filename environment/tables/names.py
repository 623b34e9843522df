"""The rivals, by what they are called in results and in the tables that are shown."""

from .datasets import CLASSES, NUMBERS

LINEAR, LINEAR_TUNED, NETWORK, NETWORK_TUNED = "linear", "linear-tuned", "network", "network-tuned"
# What a person gets without a search; the better one is what ours is judged by.
AS_THEY_COME = (LINEAR, NETWORK)
TITLES = {
    CLASSES: {LINEAR: "LogisticRegression", LINEAR_TUNED: "LogisticRegressionCV",
              NETWORK: "MLPClassifier", NETWORK_TUNED: "MLPClassifier, alpha by GridSearchCV"},
    NUMBERS: {LINEAR: "RidgeCV", NETWORK: "MLPRegressor",
              NETWORK_TUNED: "MLPRegressor, alpha by GridSearchCV"},
}
