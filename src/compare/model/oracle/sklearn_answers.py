#!/usr/bin/python3
"""What scikit-learn answers to some models and scores, for `sklearn-answers.test.ts` to compare with.

Run with Debian's Python (apt-get install python3-sklearn):  /usr/bin/python3 src/compare/model/oracle/sklearn_answers.py
It writes `sklearn-answers.json` beside itself. The same script writes the same file: every case has a seed.

Solvers are run to the end (tol=1e-12), so that what is compared is the optimum and not where a solver stopped.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import log_loss, mean_absolute_error, r2_score, roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def normal(rng):
    return round(rng.gauss(0, 1), 4)


def inputs(rng, rows, columns, theme):
    x = [[normal(rng) for _ in range(columns)] for _ in range(rows)]
    for row in x:
        if theme == "flags":
            row[1:] = [float(rng.random() < 0.2) for _ in row[1:]]
        if theme == "the same column twice":
            row[1] = row[0]
        if theme == "a column that does not vary":
            row[1] = 3.0
        if theme == "columns of very different sizes":
            row[0], row[1] = row[0] * 1000, row[1] / 1000
    return x


def class_case(theme, rows, columns):
    rng = random.Random(theme)
    x = inputs(rng, rows, columns, theme)
    lean = -3.5 if theme == "one in thirty" else 0.3
    steep = 40 if theme == "classes that a line parts" else 1.5
    noise = 0 if theme == "classes that a line parts" else 1.7
    y = [int(steep * row[0] - row[-1] + lean + noise * rng.gauss(0, 1) > 0) for row in x]
    y[0], y[1] = 0, 1
    cut = rows * 2 // 3
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12, max_iter=1000)
    model.fit(np.array(x[:cut]), y[:cut])
    logits = model.decision_function(np.array(x[cut:]))
    weights = [rng.choice([0, 1, 1, 2, 3]) for _ in y[cut:]]
    said = model.predict_proba(np.array(x[cut:]))
    # Rounded, so that many are tied.
    tied = np.round(logits, 0)
    return {
        "title": theme,
        "x": x,
        "y": y,
        "trained": cut,
        "weights": weights,
        "answer": {
            "coefficients": model.coef_[0].tolist(),
            "intercept": float(model.intercept_[0]),
            "auc": roc_auc_score(y[cut:], logits),
            "weightedAuc": roc_auc_score(y[cut:], logits, sample_weight=weights),
            "tiedAuc": roc_auc_score(y[cut:], tied),
            "weightedTiedAuc": roc_auc_score(y[cut:], tied, sample_weight=weights),
            "logLoss": log_loss(y[cut:], said, labels=[0, 1]),
            "weightedLogLoss": log_loss(y[cut:], said, labels=[0, 1], sample_weight=weights),
        },
    }


def number_case(theme, rows, columns):
    rng = random.Random(f"number, {theme}")
    x = inputs(rng, rows, columns, theme)
    offset = 1e6 if theme == "numbers far from 0" else 2
    y = [round(3 * row[0] - 2 * row[-1] + offset + rng.gauss(0, 1), 4) for row in x]
    cut = rows * 2 // 3
    model = Ridge(alpha=1.0, solver="cholesky").fit(np.array(x[:cut]), y[:cut])
    said = model.predict(np.array(x[cut:]))
    weights = [rng.choice([0, 1, 1, 2, 3]) for _ in y[cut:]]
    return {
        "title": theme,
        "x": x,
        "y": y,
        "trained": cut,
        "weights": weights,
        "answer": {
            "coefficients": model.coef_.tolist(),
            "intercept": float(model.intercept_),
            "r2": r2_score(y[cut:], said),
            "weightedR2": r2_score(y[cut:], said, sample_weight=weights),
            "mae": mean_absolute_error(y[cut:], said),
            "weightedMae": mean_absolute_error(y[cut:], said, sample_weight=weights),
        },
    }


def table_case():
    """A table as the store has it: numbers and texts, some missing, through scikit-learn's own preprocessing."""
    rng = random.Random("a table")
    words = [f"word {i}" for i in range(12)]
    odds = [2.0 ** -i for i in range(12)]
    rows = []
    for _ in range(400):
        amount = None if rng.random() < 0.2 else round(rng.gauss(50, 20), 2)
        word = None if rng.random() < 0.1 else rng.choices(words, odds)[0]
        is_new = rng.random() < 0.3
        lean = (amount or 30) / 20 - 2.5 + (word == "word 1") - is_new
        rows.append([amount, rng.randint(-5, 5) * 1000, word, is_new, rng.random() < 1 / (1 + 2.718 ** -lean)])
    cut = 250
    table = np.array(rows, dtype=object)
    numbers = np.array([[np.nan if v is None else float(v) for v in row[:2]] for row in rows])
    is_missing = np.array([[row[2] is None] for row in rows], dtype=float)
    flags = np.array([[float(row[3])] for row in rows])
    # A text that is missing is no category of its own here but a flag, as with numbers.
    texts = np.array([["" if row[2] is None else row[2]] for row in rows], dtype=object)
    scaled = make_pipeline(StandardScaler(), SimpleImputer(strategy="constant", fill_value=0, add_indicator=True))
    # The commonest eight with at least five rows by hand: what OneHotEncoder calls infrequent is cut by other counts.
    counts = {}
    for word in texts[:cut, 0]:
        if word != "":
            counts[word] = counts.get(word, 0) + 1
    kept = [w for w, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= 5][:8]
    known = np.array([[w[0] if w[0] in kept or w[0] == "" else "other"] for w in texts], dtype=object)
    onehot = OneHotEncoder(categories=[[*kept, "other"]], handle_unknown="ignore", sparse_output=False)
    x = np.hstack(
        [
            scaled.fit(numbers[:cut]).transform(numbers),
            onehot.fit(known[:cut][known[:cut, 0] != ""]).transform(known),
            is_missing,
            flags,
        ]
    )
    y = table[:, 4].astype(int)
    model = LogisticRegression(C=1.0, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(x[:cut], y[:cut])
    logits = model.decision_function(x[cut:])
    weight = model.coef_[0].tolist()
    names = ["amount", "steps", "amount missing", *[f"word {w}" for w in kept], "word other", "word missing", "is_new"]
    return {
        "rows": rows,
        "trained": cut,
        "answer": {
            "weights": dict(zip(names, weight)),
            "intercept": float(model.intercept_[0]),
            "auc": roc_auc_score(y[cut:], logits),
            "logLoss": log_loss(y[cut:], model.predict_proba(x[cut:])),
        },
    }


CLASS_CASES = [
    ("two classes", 90, 4),
    ("one input", 60, 1),
    ("one in thirty", 300, 3),
    ("flags", 150, 6),
    ("the same column twice", 90, 3),
    ("a column that does not vary", 90, 3),
    ("columns of very different sizes", 90, 3),
    ("classes that a line parts", 90, 3),
    ("more inputs than rows", 30, 25),
]
NUMBER_CASES = [
    ("two inputs", 60, 2),
    ("flags", 120, 6),
    ("the same column twice", 90, 3),
    ("a column that does not vary", 90, 3),
    ("columns of very different sizes", 90, 3),
    ("numbers far from 0", 90, 3),
    ("more inputs than rows", 30, 25),
]


def main():
    answers = {
        "sklearn": sklearn.__version__,
        "classes": [class_case(*case) for case in CLASS_CASES],
        "numbers": [number_case(*case) for case in NUMBER_CASES],
        "table": table_case(),
    }
    path = Path(__file__).with_name("sklearn-answers.json")
    path.write_text(json.dumps(answers, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.stat().st_size / 1e3:.0f} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
