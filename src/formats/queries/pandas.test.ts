import "fake-indexeddb/auto";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { loadScenario } from "../../scenario/testing/load-scenario";
import { newFolder, queryCase, writeFiles } from "./testing/query-case";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** A Python that has pandas; where there is none, these tests are skipped, and counted as such. */
const python = ["python3", "/usr/bin/python3"].find(
  (name) => spawnSync(name, ["-c", "import pandas"]).status === 0,
);

/** What the query ends with, said as JSON: integers and times (microseconds) as text, so that no digit is lost. */
const DUMP = `
import json
def plain(value, kind):
    if pd.isna(value): return None
    if kind == "timestamp": return str(pd.Timestamp(value).tz_localize(None).value // 1000) if pd.Timestamp(value).tz is None else str(pd.Timestamp(value).tz_convert(None).value // 1000)
    if kind == "int64": return str(int(value))
    if kind == "float64": return float(value)
    return bool(value) if kind == "bool" else str(value)
print("ANSWER" + json.dumps([[plain(value, kinds[name]) for name, value in zip(training.columns, row)] for row in training.itertuples(index=False, name=None)]))
`;

test.skipIf(python === undefined).each([DEMO_SAMPLE, CHURN_SAMPLE])(
  "the sample $name, in pandas, cell by cell",
  async (sample) => {
    const { store } = await loadScenario(sample, `${sample.name} in pandas`);
    const given = await queryCase(store, sample.view.name);
    const script = `${writeFiles(given, "pandas", folder)}\nkinds = ${JSON.stringify(given.expected.columns)}\n${DUMP}`;
    writeFileSync(join(folder, "query.py"), script);
    const { stdout, stderr } = spawnSync(python ?? "", ["query.py"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    const answer = stdout.split("ANSWER")[1];
    if (answer === undefined) throw new Error(stderr);
    const expected = given.expected.rows.map((row) =>
      row.map((cell) => (typeof cell === "bigint" ? String(cell) : cell)),
    );
    expect(JSON.parse(answer)).toEqual(expected);
  },
);
