"""What scikit-learn makes of a table's splits: python -m tables.rivals FOLDER TABLE

Writes FOLDER/TABLE/rivals.json, with a result for each rival and split. All rivals get the same
columns: numbers with missing cells as the median and standardized, texts with missing cells as the
most frequent one and one-hot. Runs in environment/.venv-tables.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import numpy
import pandas
import sklearn
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor, make_column_selector
from sklearn.exceptions import ConvergenceWarning
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, LogisticRegressionCV, RidgeCV
from sklearn.model_selection import GridSearchCV, KFold, StratifiedKFold
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from .datasets import CLASSES, read_list
from .names import LINEAR, LINEAR_TUNED, NETWORK, NETWORK_TUNED
from .splits import SEEDS

# Far more than any training here takes; what does not converge is told.
ENOUGH = 5_000
ALPHAS = numpy.logspace(-5, 0, 6)
FOLDS = 5


def measured(folder, table):
    """The results of all rivals on all splits."""
    results = []
    for split in SEEDS:
        for name, model in models(table.task, split).items():
            print(f"{table.name}, split {split}: {name}", flush=True)
            results.append({"rival": name, "split": split, **fitted(folder, table, split, model)})
    return results


def models(task, seed):
    """The rivals by name."""
    if task == CLASSES:
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
        network = MLPClassifier(max_iter=ENOUGH, random_state=seed)
        found = {
            LINEAR: LogisticRegression(max_iter=ENOUGH),
            LINEAR_TUNED: LogisticRegressionCV(cv=folds, scoring="accuracy", max_iter=ENOUGH),
        }
        alpha = "model__alpha"
    else:
        folds = KFold(FOLDS, shuffle=True, random_state=seed)
        network = TransformedTargetRegressor(
            MLPRegressor(max_iter=ENOUGH, random_state=seed), transformer=StandardScaler())
        found = {LINEAR: RidgeCV(alphas=numpy.logspace(-3, 3, 13))}
        alpha = "model__regressor__alpha"
    prepared_network = prepared(network)
    tuned = GridSearchCV(prepared_network, {alpha: ALPHAS}, cv=folds)
    return {**{name: prepared(model) for name, model in found.items()},
            NETWORK: prepared_network, NETWORK_TUNED: tuned}


def prepared(model):
    """The model behind the preparation of the columns."""
    numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    texts = make_pipeline(
        SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    columns = ColumnTransformer([
        ("numbers", numbers, make_column_selector(dtype_include="number")),
        ("texts", texts, make_column_selector(dtype_exclude="number")),
    ])
    return Pipeline([("columns", columns), ("model", model)])


def fitted(folder, table, split, model):
    """Accuracy or R² on the test rows, and the seconds of the fit."""
    train, test = (read(folder, table, f"{part}-{split}") for part in ("train", "test"))
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        started = time.perf_counter()
        model.fit(*train)
        seconds = time.perf_counter() - started
    converged = not any(issubclass(each.category, ConvergenceWarning) for each in raised)
    return {"measure": model.score(*test), "seconds": seconds, "converged": converged}


def read(folder, table, part):
    """The columns that models get, and the target."""
    frame = pandas.read_csv(folder / table.name / f"{part}.csv")
    return frame.drop(columns=[table.target, *table.left_out]), frame[table.target]


def main(folder, name):
    table = next(each for each in read_list(folder) if each.name == name)
    versions = {"scikit-learn": sklearn.__version__, "pandas": pandas.__version__,
                "numpy": numpy.__version__}
    content = {"versions": versions, "results": measured(folder, table)}
    file = folder / name / "rivals.json"
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
