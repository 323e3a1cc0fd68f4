"""pandas' side of the benchmark: reads the columns that `pandas.ts` wrote, and joins once per line it is sent."""

import json
import sys
import time

import numpy as np
import pandas as pd

folder, key = sys.argv[1:]


def column(side, name, dtype):
    return np.fromfile(f"{folder}/{side}.{name}", dtype=dtype)


def frame(side, names):
    entities = column(side, "entities", "<i4").astype("int64")
    keys = pd.Series(np.char.add("user ", entities.astype(str)), dtype="object") if key == "string" else entities
    columns = {
        "user_id": keys,
        "sequence": column(side, "sequence", "<i8"),
        "ts": pd.to_datetime(column(side, "timesUs", "<i8"), unit="us"),
        "amount": column(side, "amounts", "<f8"),
    }
    return pd.DataFrame({names.get(name, name): values for name, values in columns.items() if name in names or names == {}})


spine = frame("spine", {"user_id": "user_id", "sequence": "row_id", "ts": "ts"})
features = frame("features", {})
# Of its own accord pandas makes integers with gaps floats: the nullable type keeps them what they are.
features["sequence"] = features["sequence"].astype("Int64")
types = {"int64": "int64", "Int64": "int64", "float64": "float64", "object": "string", "datetime64[ns]": "timestamp"}
print("loaded", flush=True)

for _ in sys.stdin:
    start = time.perf_counter()
    left = spine.sort_values("ts", kind="stable")
    right = features.sort_values("ts", kind="stable")
    sorted_at = time.perf_counter()
    training = pd.merge_asof(left, right, on="ts", by="user_id")
    end = time.perf_counter()
    outcome = {
        "rows": len(training),
        "matched": int(training["sequence"].notna().sum()),
        "types": ", ".join(f"{name} {types[str(dtype)]}" for name, dtype in training.dtypes.items()),
        "amountSum": float(training["amount"].sum()),
    }
    answer = {
        "sortAndMerge": end - start,
        "merge": end - sorted_at,
        "outcome": outcome,
        "sequenceSum": str(int(training["sequence"].sum())),
    }
    print(json.dumps(answer), flush=True)
