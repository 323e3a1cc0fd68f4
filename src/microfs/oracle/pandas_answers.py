#!/usr/bin/python3
"""What pandas answers to hundreds of as-of joins, for `pandas-answers.test.ts` to compare with.

Run with any Python 3.9+ that has pandas 1.5 or newer:  python3 src/microfs/oracle/pandas_answers.py
It writes `pandas-answers.json` beside itself. The same script writes the same file: every case has a seed.

Where pandas has conventions of its own, the cases keep away from them:
- Null keys match each other in pandas and nothing here: only the spine has them, never the features.
- `forward` and `nearest` take the first of equal feature times ahead, here the last inserted: there, and only
  there, no two rows of an entity share a time.
- A delay is a shift of the feature times. pandas then measures the tolerance from the shifted time, we from
  the event: so its tolerance is ttl - delay, and is not made where that is negative. With exact matches off
  a shifted row "at the same time" would be left out by pandas and not by us: not combined.
- pandas wants both sides sorted: they are sorted here, stably; the committed rows are as they were made.
- pandas knows no created times: DuckDB's SQL answers for those, in `duckdb-asof.test.ts`.

64-bit integers and times (microseconds since 1970) are written as text.
"""

import json
import random
import sys
from pathlib import Path

import pandas as pd

ORIGINS = {
    "1970": 0,
    "before 1970": -1_000_000_000_000_000,
    "2025": 1_762_300_000_000_000,
    "beyond 2^53 microseconds": 2**53 - 3_000_000,
    # Out of reach of datetime64[ns]: merged as 64-bit integers.
    "year 0001": -62_135_596_800_000_000,
    "year 9999": 253_402_200_000_000_000,
}
UNITS = {"microseconds": 1, "seconds": 1_000_000, "days": 86_400_000_000}
WORDS = ["a", "b", "A", "a|b", "é", ""]

INT_KEYS = [1, 2, 3]
BIG_KEYS = [2**53, 2**53 + 1, 2**53 + 2, -(2**63), 2**63 - 1, 2**63 - 2]
TEXT_KEYS = WORDS
PAIR_KEYS = [("1", "11"), ("11", "1"), ("a|b", "c"), ("a", "b|c"), ("", "a"), ("a", "")]
MIXED_KEYS = [(1, "1"), (11, "1"), (1, "11"), (2**53 + 1, "x"), (2**53, "x")]


def make_case(seed, theme, *, keys=INT_KEYS, key_types=("int64",), direction="backward", origins=None, **options):
    """One case: a spine, one or two groups, and what pandas makes of them."""
    rng = random.Random(f"{theme} {seed}")
    origin = rng.choice(origins or list(ORIGINS))
    unit_name = "microseconds" if origin.startswith("year") else rng.choice(list(UNITS))
    unit, start = UNITS[unit_name], ORIGINS[origin]
    names = ["user_id", "shop"][: len(key_types)]

    spine_keys = list(keys) + ([None] if options.get("null_keys") else [])
    n = 0 if options.get("empty") in ("spine", "both") else rng.randint(1, 9)
    spine = {
        "fgName": "activity",
        "schema": {"row_id": "int64", **dict(zip(names, key_types)), "label": "bool", "ts": "timestamp"},
        "primaryKeys": ["row_id"],
        "eventTime": "ts",
        "rows": [
            [row, *key_of(rng, spine_keys, len(names)), rng.random() < 0.5, start + rng.randint(0, 12) * unit]
            for row in range(n)
        ],
    }
    groups = ["payments", "visits"] if options.get("two_joins") else ["payments"]
    joins = [make_join(rng, name, names, key_types, keys, direction, start, unit, options) for name in groups]
    return {
        "title": f"{theme}, {origin}, {unit_name}, {seed}",
        "spine": written(spine),
        "joins": [{**join, "group": written(join["group"])} for join in joins],
        "answer": answer(spine, joins, as_dates=not origin.startswith("year")),
    }


def key_of(rng, keys, width):
    key = rng.choice(keys)
    if key is None:
        return [None] * width
    return list(key) if isinstance(key, tuple) else [key]


def make_join(rng, name, spine_names, key_types, keys, direction, start, unit, options):
    feature_names = [f"of_{key}" for key in spine_names] if options.get("renamed") else spine_names
    time_name = "happened" if options.get("own_time_name") else "ts"
    schema = {
        **dict(zip(feature_names, key_types)),
        "seq": "int64",
        "amount": "float64",
        # The names of the second group clash with the first's, and `label` with the spine's.
        **({"label": "string"} if options.get("clash") else {}),
        "big": "int64",
        "word": "string",
        "flag": "bool",
        time_name: "timestamp",
    }
    m = 0 if options.get("empty") in ("features", "both") else rng.randint(1, 14)
    distinct = direction != "backward"
    rows, taken = [], set()
    for seq in range(m):
        key = key_of(rng, keys, len(feature_names))
        time = start + rng.randint(0, 12) * unit
        if distinct and (tuple(key), time) in taken:
            continue
        taken.add((tuple(key), time))
        maybe = lambda value: None if rng.random() < options.get("nulls", 0) else value
        values = {
            "seq": seq,
            "amount": maybe(rng.randint(-400, 400) / 8),
            "label": maybe(rng.choice(WORDS)),
            "big": maybe(rng.choice([2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 0])),
            "word": maybe(rng.choice(WORDS)),
            "flag": maybe(rng.random() < 0.5),
            time_name: time,
        }
        rows.append(key + [values[column] for column in schema if column in values])
    if options.get("unsorted") is False:
        rows.sort(key=lambda row: row[-1])
    delay = rng.randint(0, 4) * unit if options.get("delay") else 0
    ttl = delay + rng.randint(0, 5) * unit if options.get("ttl") else None
    # An event time named as the spine's cannot be picked: it is there already.
    choices = ("word", "big", *(["happened"] if time_name == "happened" else []))
    picked = ["seq", *(c for c in choices if rng.random() < 0.6)] if options.get("subset") else None
    return {
        "group": {
            "fgName": name,
            "schema": schema,
            "primaryKeys": feature_names,
            "eventTime": time_name,
            "rows": rows,
        },
        "on": dict(zip(spine_names, feature_names)),
        "direction": direction,
        "ttlUs": None if ttl is None else str(ttl),
        "delayUs": str(delay),
        "allowExactMatches": options.get("exact", True),
        "features": picked,
    }


PANDAS_TYPES = {"int64": "Int64", "float64": "Float64", "string": "object", "bool": "boolean"}


def frame(group, keys, as_dates):
    """A group as a data frame. Keys are plain objects where they may be null: pandas cannot group by Int64."""
    columns = list(group["schema"])
    table = {}
    for at, (name, kind) in enumerate(group["schema"].items()):
        values = [row[at] for row in group["rows"]]
        if kind == "timestamp":
            times = pd.Series(values, dtype="int64")
            table[name] = pd.to_datetime(times, unit="us") if as_dates else times
        elif name in keys:
            plain = kind == "int64" and None not in values
            table[name] = pd.Series(values, dtype="int64" if plain else "object")
        else:
            table[name] = pd.Series(values, dtype=PANDAS_TYPES[kind])
    return pd.DataFrame(table, columns=columns)


def answer(spine, joins, as_dates):
    spine_keys = list(joins[0]["on"])
    types = dict(spine["schema"])
    left = frame(spine, spine_keys, as_dates).sort_values("ts", kind="stable", ignore_index=True)
    for join in joins:
        left = merge(left, join, spine_keys, types, as_dates)
    return {
        "columns": {name: types[name] for name in left.columns},
        "rows": [[cell(value, types[name]) for name, value in zip(left.columns, row)] for row in left.values.tolist()],
    }


def merge(left, join, spine_keys, types, as_dates):
    group = join["group"]
    feature_keys = list(join["on"].values())
    time_name = group["eventTime"]
    right = frame(group, feature_keys, as_dates)
    # int64 keys on one side and objects on the other would not be the same type to pandas.
    for a, b in zip(spine_keys, feature_keys):
        if left[a].dtype != right[b].dtype:
            left, right = left.astype({a: "object"}), right.astype({b: "object"})
    delay = int(join["delayUs"])
    delta = (lambda us: pd.Timedelta(us, unit="us")) if as_dates else (lambda us: us)
    right["usable"] = right[time_name] + delta(delay)
    keep = list(group["schema"])
    if join["features"] is not None:
        keep = [name for name in keep if name in join["features"]]
    written_as = {}
    for name in keep:
        if name in spine_keys and join["on"].get(name) == name or name == time_name == "ts":
            continue
        written_as[name] = f"{name}_{group['fgName']}" if name in left.columns else name
    # Keys and times under names of their own, so that pandas' own suffixes never come into play.
    right = right.assign(**{f"key {i}": right[name] for i, name in enumerate(feature_keys)})
    wanted = {f"value {i}": name for i, name in enumerate(written_as)}
    # Of its own accord pandas makes integers with gaps floats: the nullable type keeps them what they are.
    whole = {name: "Int64" for name in keep if right[name].dtype == "int64"}
    right = right.assign(**{as_name: right.astype(whole)[name] for as_name, name in wanted.items()})
    right = right[["usable", *[f"key {i}" for i in range(len(feature_keys))], *wanted]]
    merged = pd.merge_asof(
        left,
        right.sort_values("usable", kind="stable", ignore_index=True),
        left_on="ts",
        right_on="usable",
        left_by=spine_keys,
        right_by=[f"key {i}" for i in range(len(feature_keys))],
        direction=join["direction"],
        allow_exact_matches=join["allowExactMatches"],
        tolerance=None if join["ttlUs"] is None else delta(int(join["ttlUs"]) - delay),
    )
    for as_name, name in wanted.items():
        left = left.assign(**{written_as[name]: merged[as_name]})
        types[written_as[name]] = group["schema"][name]
    return left


def cell(value, kind):
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if kind == "timestamp":
        return str(value.value // 1000 if isinstance(value, pd.Timestamp) else int(value))
    return str(int(value)) if kind == "int64" else value


def written(group):
    types = list(group["schema"].values())
    rows = [
        [str(v) if v is not None and kind in ("int64", "timestamp") else v for v, kind in zip(row, types)]
        for row in group["rows"]
    ]
    return {**group, "rows": rows}


TEXT = {"keys": TEXT_KEYS, "key_types": ("string",)}
BIG = {"keys": BIG_KEYS}
PAIR = {"keys": PAIR_KEYS, "key_types": ("string", "string")}
MIXED = {"keys": MIXED_KEYS, "key_types": ("int64", "string")}
DATES = [name for name in ORIGINS if not name.startswith("year")]

THEMES = {
    "ties and unsorted input": (25, {}),
    "sorted input": (8, {"unsorted": False}),
    "ttl edges": (25, {"ttl": True}),
    "exact matches off": (20, {"exact": False}),
    "exact matches off and a ttl": (15, {"exact": False, "ttl": True}),
    "a delay": (20, {"delay": True}),
    "a delay and a ttl": (20, {"delay": True, "ttl": True}),
    "nulls in the chosen row": (20, {"nulls": 0.5}),
    "null keys in the spine": (12, {**TEXT, "null_keys": True}),
    "null integer keys in the spine": (12, {"null_keys": True}),
    "text keys": (12, TEXT),
    "64-bit keys": (20, BIG),
    "composite text keys": (20, PAIR),
    "composite mixed keys": (15, {**MIXED, "nulls": 0.2}),
    "composite keys, renamed": (12, {**PAIR, "renamed": True}),
    "a renamed key": (15, {"renamed": True}),
    "a renamed 64-bit key and a ttl": (10, {**BIG, "renamed": True, "ttl": True}),
    "a time column of another name": (12, {"own_time_name": True}),
    "clashing names": (12, {"clash": True, "nulls": 0.2}),
    "a subset of the features": (20, {"subset": True}),
    "a subset, own time name": (15, {"subset": True, "own_time_name": True}),
    "two joins": (20, {"two_joins": True, "ttl": True, "nulls": 0.2}),
    "two joins, renamed, clashing": (12, {"two_joins": True, "renamed": True, "clash": True, "own_time_name": True}),
    "no features": (6, {"empty": "features"}),
    "no spine": (4, {"empty": "spine"}),
    "nothing at all": (2, {"empty": "both"}),
    "forward": (20, {"direction": "forward"}),
    "forward with a ttl": (15, {"direction": "forward", "ttl": True}),
    "forward, exact matches off": (12, {"direction": "forward", "exact": False}),
    "nearest": (20, {"direction": "nearest"}),
    "nearest with a ttl": (15, {"direction": "nearest", "ttl": True}),
    "nearest, exact matches off": (12, {"direction": "nearest", "exact": False, "ttl": True}),
    "nearest, 64-bit keys": (8, {"direction": "nearest", **BIG}),
}


def main():
    cases = [make_case(seed, theme, **options) for theme, (count, options) in THEMES.items() for seed in range(count)]
    path = Path(__file__).with_name("pandas-answers.json")
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), ensure_ascii=False) for case in cases)
    path.write_text(f'{{"pandas":"{pd.__version__}","cases":[\n{lines}\n]}}\n', encoding="utf-8")
    rows = [dict(zip(case["answer"]["columns"], row)) for case in cases for row in case["answer"]["rows"]]
    matched = sum(row["seq"] is not None for row in rows)
    size = path.stat().st_size / 1e6
    print(f"{len(cases)} cases, {size:.2f} MB, {len(rows)} spine rows, {matched} matched", file=sys.stderr)


if __name__ == "__main__":
    main()
