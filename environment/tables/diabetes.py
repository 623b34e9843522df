"""Writes scikit-learn's diabetes table, unscaled: python -m tables.diabetes FILE"""

import sys

from sklearn.datasets import load_diabetes

if __name__ == "__main__":
    frame = load_diabetes(as_frame=True, scaled=False).frame
    frame.rename(columns={"target": "progression"}).to_csv(
        sys.argv[1], index=False, float_format="%g", lineterminator="\n")
