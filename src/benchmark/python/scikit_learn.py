"""What scikit-learn makes of a table's splits: scikit_learn.py FOLDER TABLE

Writes a line of JSON with the versions, and one for each rival and split. All rivals get the same
columns: numbers with missing cells as the median and standardized, texts with missing cells as the
most frequent one and one-hot.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import numpy
import pandas
import sklearn
from datasets import CLASSES, SPLITS, TABLES
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor, make_column_selector
from sklearn.exceptions import ConvergenceWarning
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV, RidgeCV
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

# Far more than any training here takes; what does not converge is told.
ENOUGH = 5_000
ALPHAS = numpy.logspace(-5, 0, 6)
FOLDS = 5


def models(task, seed):
    """The rivals by name."""
    if task == CLASSES:
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
        network = MLPClassifier(max_iter=ENOUGH, random_state=seed)
        found = {
            "linear": LogisticRegression(max_iter=ENOUGH),
            "linear-tuned": LogisticRegressionCV(cv=folds, scoring="accuracy", max_iter=ENOUGH),
        }
        alpha = "model__alpha"
    else:
        folds = KFold(FOLDS, shuffle=True, random_state=seed)
        network = TransformedTargetRegressor(
            MLPRegressor(max_iter=ENOUGH, random_state=seed), transformer=StandardScaler())
        found = {"linear": RidgeCV(alphas=numpy.logspace(-3, 3, 13))}
        alpha = "model__regressor__alpha"
    network = prepared(network)
    return {**{name: prepared(model) for name, model in found.items()}, "network": network,
            "network-tuned": GridSearchCV(network, {alpha: ALPHAS}, cv=folds)}


def prepared(model):
    """The model behind the preparation of the columns."""
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    texts = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    columns = ColumnTransformer([
        ("numbers", numbers, make_column_selector(dtype_include="number")),
        ("texts", texts, make_column_selector(dtype_exclude="number")),
    ])
    return Pipeline([("columns", columns), ("model", model)])


def fitted(folder, table, split, model):
    """Accuracy or R² on the test rows, and the seconds of the fit."""
    frames = [pandas.read_csv(folder / table.name / f"{part}-{split}.csv") for part in ("train", "test")]
    train, test = ((frame.drop(columns=[table.target, *table.left_out]), frame[table.target])
                   for frame in frames)
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        started = time.perf_counter()
        model.fit(*train)
        seconds = time.perf_counter() - started
    converged = not any(issubclass(each.category, ConvergenceWarning) for each in raised)
    return {"measure": model.score(*test), "seconds": seconds, "converged": converged}


def main(folder, name):
    table = next(each for each in TABLES if each.name == name)
    print(json.dumps({"scikit-learn": sklearn.__version__, "pandas": pandas.__version__,
                      "numpy": numpy.__version__}), flush=True)
    for split in SPLITS:
        for rival, model in models(table.task, split).items():
            result = fitted(Path(folder), table, split, model)
            print(json.dumps({"rival": rival, "split": split, **result}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
