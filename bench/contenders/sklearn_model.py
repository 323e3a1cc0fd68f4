"""Times scikit-learn's models on a matrix that is given as binary files, for `bench/model.ts`.

sklearn_model.py <folder> <rows> <columns>: prints one line of JSON, seconds of the processor and coefficients by way.
"""

import json
import sys
import time
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

folder, rows, columns = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
x = np.fromfile(folder / "x", dtype=np.float64).reshape(rows, columns)
y = np.fromfile(folder / "y", dtype=np.float64)
amount = np.fromfile(folder / "amount", dtype=np.float64)

WAYS = {
    "scikit-learn, newton-cholesky to 1e-8": (LogisticRegression(solver="newton-cholesky", tol=1e-8, max_iter=1000), y),
    "scikit-learn, lbfgs as it comes": (LogisticRegression(), y),
    "scikit-learn, lbfgs to 1e-8": (LogisticRegression(tol=1e-8, max_iter=10_000), y),
    "scikit-learn, Ridge": (Ridge(), amount),
}

found = {}
for way, (model, target) in WAYS.items():
    start = time.process_time()
    model.fit(x, target)
    seconds = time.process_time() - start
    found[way] = {"seconds": seconds, "coefficients": np.ravel(model.coef_).tolist()}
print(json.dumps(found))
