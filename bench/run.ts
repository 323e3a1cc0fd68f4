// `npm run bench`: the as-of join against DuckDB and pandas, the same rows, one task after another; then
// joins by either clock, what is asked after an insert, a column of many texts, a drag, a live training set, why
// cells are empty, what other joins would do, a model, the smallest example, and reading a CSV file against others, in
// a browser.
// `npm run bench -- "100 k"` runs the tasks whose title contains the text.
import { cpus, freemem, totalmem } from "node:os";
import { AFTER_INSERT_TITLE, measureAfterInsert } from "./after-insert";
import { CLOCKS_TITLE, measureClocks } from "./clocks";
import { COMPARE_TITLE, measureCompare } from "./compare";
import { DuckDbContender } from "./contenders/duckdb";
import { MicrofsContender } from "./contenders/microfs";
import { findPandas, PandasContender } from "./contenders/pandas";
import { DRAG_TITLE, measureDrag } from "./drag";
import { assertSame, markdownTable, ratioTable } from "./findings";
import { LIVE_TITLE, measureLive } from "./live";
import { makeData } from "./made-data";
import { MANY_TEXTS_TITLE, measureManyTexts } from "./many-texts";
import { MODEL_TITLE, measureModel } from "./model";
import { measureSmallest, SMALLEST_TITLE } from "./smallest";
import { type Measured, TASKS, type Task } from "./task";
import { measureWhyEmpty, WHY_EMPTY_TITLE } from "./why-empty";

const CSV_TITLE = "typed columns of a csv file";
const wanted = process.argv[2] ?? "";
const pandas = findPandas();
const gibibytes = Math.round(totalmem() / 2 ** 30);
console.log(
  `${cpus().length} cores, ${gibibytes} GiB, Node ${process.versions.node}, pandas ${pandas?.version ?? "not here"}\n`,
);

for (const task of TASKS.filter(({ title }) => title.includes(wanted))) {
  const name = `${task.title}, ${task.key} keys, ${task.order}`;
  if (freemem() / 2 ** 20 < task.needsMiB) {
    console.log(`### ${name}\n\nLeft out: it takes some ${task.needsMiB} MiB of free memory.\n`);
    continue;
  }
  const measured = await measure(task);
  assertSame(measured);
  console.log(`### ${name}\n\n${markdownTable(measured)}\n`);
}

if (CLOCKS_TITLE.includes(wanted))
  console.log(`### ${CLOCKS_TITLE}\n\n${ratioTable(await measureClocks())}\n`);
if (AFTER_INSERT_TITLE.includes(wanted))
  console.log(`### ${AFTER_INSERT_TITLE}\n\n${ratioTable(await measureAfterInsert())}\n`);
if (MANY_TEXTS_TITLE.includes(wanted))
  console.log(`### ${MANY_TEXTS_TITLE}\n\n${ratioTable(await measureManyTexts())}\n`);
if (DRAG_TITLE.includes(wanted)) console.log(`### ${DRAG_TITLE}\n\n${ratioTable(measureDrag())}\n`);

if (LIVE_TITLE.includes(wanted)) console.log(`### ${LIVE_TITLE}\n\n${ratioTable(await measureLive())}\n`);
if (WHY_EMPTY_TITLE.includes(wanted))
  console.log(`### ${WHY_EMPTY_TITLE}\n\n${ratioTable(await measureWhyEmpty())}\n`);
if (COMPARE_TITLE.includes(wanted))
  console.log(`### ${COMPARE_TITLE}\n\n${ratioTable(await measureCompare())}\n`);
if (MODEL_TITLE.includes(wanted)) console.log(`### ${MODEL_TITLE}\n\n${ratioTable(measureModel())}\n`);
if (SMALLEST_TITLE.includes(wanted))
  console.log(`### ${SMALLEST_TITLE}\n\n${ratioTable(await measureSmallest())}\n`);
if (CSV_TITLE.includes(wanted)) {
  // Brings vite and a browser with it.
  const { measureCsv } = await import("./csv/measure");
  console.log(`### ${CSV_TITLE}\n\n${await measureCsv()}\n`);
}

/** Runs every contender in turn, one run of each before the next run of any, so that all meet the same machine. */
async function measure(task: Task): Promise<Measured> {
  const data = makeData(task);
  const ours = await MicrofsContender.load(task, data);
  const duckdb = await DuckDbContender.load(task, data);
  const theirs = pandas === null ? null : await PandasContender.load(pandas.python, task, data);
  const seconds: Record<string, number[]> = {};
  const note = (way: string, taken: number) => {
    seconds[way] = [...(seconds[way] ?? []), taken];
  };
  const outcomes: Measured["outcomes"] = {};
  for (let run = 0; run < task.runs; run++) {
    await ours.reopen();
    note("microFS, cold", await secondsOf(() => ours.run()));
    note("microFS, warm", await secondsOf(() => ours.run()));
    note("DuckDB", await secondsOf(() => duckdb.run()));
    if (theirs === null) continue;
    const { sortAndMerge, merge, outcome } = await theirs.run();
    note("pandas, sorting too", sortAndMerge);
    note("pandas, sorted before", merge);
    outcomes.pandas = outcome;
  }
  outcomes.microFS = ours.outcome();
  outcomes.DuckDB = await duckdb.outcome();
  await ours.close();
  duckdb.close();
  theirs?.close();
  return { outcomes, seconds };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
