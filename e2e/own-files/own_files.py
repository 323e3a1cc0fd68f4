#!/usr/bin/python3
"""Six files as people have them, and the training table that pandas makes of them, for `own-files.test.ts` to compare with.

Run with any Python 3.9+ that has pandas 1.5 or newer:  python3 e2e/own-files/own_files.py
It writes its files beside itself, the same ones every time.

Every file names the customer in another way and writes its times in another way:

| file         | customer    | times                                    | and                                   |
| ------------ | ----------- | ---------------------------------------- | ------------------------------------- |
| loans.csv    | customer_id | ISO 8601 with offsets                    | the rows to predict for               |
| payments.csv | Customer    | day/month/year, semicolons               | decimal commas, a column of unique texts |
| visits.csv   | customerId  | milliseconds since 1970                  |                                       |
| scores.csv   | cust_no     | 20240131                                 | percentages                           |
| calls.csv    | customer_id | the day and the time of day apart        |                                       |
| regions.csv  | –           | none                                     | keyed by the region of the loan       |
"""

import random
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent
RANDOM = random.Random(20240131)
# Zeros at the front: read as numbers, 00012 and 12 would be one customer.
CUSTOMERS = [f"{n:05d}" for n in RANDOM.sample(range(1, 20_000), 40)]
REGIONS = {"north": 5_480_000, "south": 3_120_500, "east": 990_000, "west": 7_004_250}
START = pd.Timestamp("2024-01-01T00:00:00Z")


def moments(n, step):
    """n different moments of 2024, in no order, each a whole number of steps after the start of the year."""
    days = pd.Timedelta(days=300)
    steps = RANDOM.sample(range(int(days / pd.Timedelta(step))), n)
    return [START + pd.Timedelta(step) * k for k in steps]


def write(name, lines):
    (HERE / name).write_text("\n".join([*lines, ""]), encoding="utf-8")


def loans():
    rows = []
    for at in moments(120, "17min"):
        offset = RANDOM.choice(["Z", "+01:00", "-05:00"])
        hours = {"Z": 0, "+01:00": 1, "-05:00": -5}[offset]
        local = (at + pd.Timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S")
        rows.append((RANDOM.choice(CUSTOMERS), at, f"{local}{offset}", RANDOM.choice(list(REGIONS)), RANDOM.random() < 0.2))
    write("loans.csv", ["customer_id,asked_at,region,defaulted"]
          + [f"{who},{text},{region},{'yes' if bad else 'no'}" for who, _, text, region, bad in rows])
    return pd.DataFrame({
        "customer_id": [row[0] for row in rows],
        "asked_at": [row[1] for row in rows],
        "region": [row[3] for row in rows],
        "defaulted": [row[4] for row in rows],
    })


def payments():
    rows = [(RANDOM.choice(CUSTOMERS), at, RANDOM.randint(100, 250_000) / 100, f"T{RANDOM.getrandbits(48):012x}")
            for at in moments(400, "7min")]
    write("payments.csv", ["Customer;paid_at;amount;txn_id"]
          + [f"{who};{at.strftime('%d/%m/%Y %H:%M')};{f'{amount:.2f}'.replace('.', ',')};{txn}" for who, at, amount, txn in rows])
    return pd.DataFrame(rows, columns=["Customer", "paid_at", "amount", "txn_id"])


def visits():
    rows = [(RANDOM.choice(CUSTOMERS), at + pd.Timedelta(milliseconds=RANDOM.randrange(1000)), RANDOM.randint(1, 40))
            for at in moments(500, "5min")]
    write("visits.csv", ["customerId,ts,pages"]
          + [f"{who},{int(at.value // 1_000_000)},{pages}" for who, at, pages in rows])
    return pd.DataFrame(rows, columns=["customerId", "ts", "pages"])


def scores():
    rows = [(who, START + pd.Timedelta(days=day), RANDOM.randint(0, 1000) / 10)
            for who in CUSTOMERS for day in sorted(RANDOM.sample(range(300), 4))]
    write("scores.csv", ["cust_no,scored_on,score"]
          + [f"{who},{at.strftime('%Y%m%d')},{score}%" for who, at, score in rows])
    return pd.DataFrame(rows, columns=["cust_no", "scored_on", "score"])


def calls():
    rows = [(RANDOM.choice(CUSTOMERS), at, RANDOM.randint(1, 90)) for at in moments(150, "1min")]
    write("calls.csv", ["customer_id,Date,Time,minutes"]
          + [f"{who},{at.strftime('%Y-%m-%d')},{at.strftime('%H:%M')},{minutes}" for who, at, minutes in rows])
    return pd.DataFrame(rows, columns=["customer_id", "Date Time", "minutes"])


def regions():
    write("regions.csv", ["region,population"] + [f"{name},{people}" for name, people in REGIONS.items() if name != "west"])
    return pd.DataFrame([(name, people) for name, people in REGIONS.items() if name != "west"], columns=["region", "population"])


def main():
    # One row of a customer can stand at the very moment of another's: merge_asof takes the last at or before it.
    table = loans().sort_values("asked_at", kind="stable")
    for group, key, time, columns in [
        (payments(), "Customer", "paid_at", ["amount", "txn_id"]),
        (visits(), "customerId", "ts", ["pages"]),
        (scores(), "cust_no", "scored_on", ["score"]),
        (calls(), "customer_id", "Date Time", ["minutes"]),
    ]:
        right = group.rename(columns={key: "customer_id", time: "time"}).sort_values("time", kind="stable")
        table["asked_at"] = table["asked_at"].astype("datetime64[ns, UTC]")
        right["time"] = right["time"].astype("datetime64[ns, UTC]")
        table = pd.merge_asof(table, right[["customer_id", "time", *columns]], left_on="asked_at", right_on="time",
                              by="customer_id", direction="backward").rename(columns={"time": time})
    table = table.merge(regions(), on="region", how="left")
    for name in ["asked_at", "paid_at", "ts", "scored_on", "Date Time"]:
        table[name] = table[name].dt.strftime("%Y-%m-%dT%H:%M:%S.%fZ").str.replace("NaT", "")
    for name in ["pages", "minutes", "population"]:
        table[name] = table[name].astype("Int64")
    table["defaulted"] = table["defaulted"].map({True: "true", False: "false"})
    table.to_csv(HERE / "answers.csv", index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
