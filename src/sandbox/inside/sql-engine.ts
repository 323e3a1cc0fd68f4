import type { DuckDBBindingsBase, DuckDBConnection } from "@duckdb/duckdb-wasm/blocking";
import type { JoinInput } from "../join-run";
import { type Answers, type Engine, ProgramFailure } from "./engine";

/** What is set before a reader's query runs, and cannot be set again by it. */
const SETTINGS = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
].join("; ");

const NO_QUERY = "There is no query yet. Write one that gives two columns.";
const ONE_QUERY = "Write one query (SELECT …) that gives two columns, and nothing beside it.";

/** Of the tables, before there is anything in them. */
const NOTHING: JoinInput = {
  predictionsUs: new BigInt64Array(),
  eventTimesUs: new BigInt64Array(),
  knownAtUs: new BigInt64Array(),
  ttlUs: null,
};

/** Runs queries in DuckDB. Every run has a database of its own, in memory. */
export function sqlEngine(duckdb: Pick<DuckDBBindingsBase, "open" | "reset" | "connect">): Engine {
  return {
    read: async (source) => {
      if (source.trim() === "") throw new ProgramFailure(NO_QUERY, null);
      duckdb.reset();
      duckdb.open({ maximumThreads: 1 });
      const connection = duckdb.connect();
      connection.query(SETTINGS);
      fillTables(connection, NOTHING);
      askForOneQuery(connection, source);
      return async (input) => {
        fillTables(connection, input);
        return answersOf(connection, source, input);
      };
    },
    isClean: () => true,
  };
}

function fillTables(connection: DuckDBConnection, input: JoinInput): void {
  const { predictionsUs, eventTimesUs, knownAtUs, ttlUs } = input;
  const list = (times: BigInt64Array) => `unnest([${times.join(",")}]::BIGINT[])`;
  connection.query(`
    CREATE OR REPLACE TABLE predictions AS
      SELECT unnest(range(${predictionsUs.length}))::INTEGER AS "row", ${list(predictionsUs)} AS "at";
    CREATE OR REPLACE TABLE events AS
      SELECT unnest(range(${eventTimesUs.length}))::INTEGER AS "row", ${list(eventTimesUs)} AS event_time, ${list(knownAtUs)} AS known_at;
    CREATE OR REPLACE TABLE settings AS SELECT ${ttlUs ?? "NULL"}::BIGINT AS ttl;`);
}

/** DuckDB counts the statements as it prepares one. Of all else that is wrong it says more when it runs the query. */
function askForOneQuery(connection: DuckDBConnection, source: string): void {
  try {
    connection.prepare(source).close();
  } catch (error) {
    if (/No statement to prepare/.test(String(error))) throw new ProgramFailure(NO_QUERY, null);
    if (/multiple statements/.test(String(error))) throw new ProgramFailure(ONE_QUERY, null);
  }
}

/** What DuckDB names the one column that a statement gives which is no query. */
const GIVEN_BY_OTHERS = new Set(["Count", "Success"]);

/** Reads no more of what a query gives than can be right: it may give more than there is memory for. */
async function answersOf(connection: DuckDBConnection, source: string, input: JoinInput): Promise<Answers> {
  const asked = input.predictionsUs.length;
  const answers: (number | null | { text: string })[] = Array.from({ length: asked }, () => null);
  const seen = new Uint8Array(asked);
  try {
    const batches = await connection.send(source, true);
    for (const batch of batches) {
      const { fields } = batch.schema;
      const [first] = fields;
      if (fields.length === 1 && first !== undefined && GIVEN_BY_OTHERS.has(first.name))
        throw new ProgramFailure(ONE_QUERY, null);
      if (fields.length !== 2)
        throw new ProgramFailure(
          `Your query gives ${fields.length} ${fields.length === 1 ? "column" : "columns"}. It must give two: the row of the prediction, and the row of the event, or NULL.`,
          null,
        );
      const [predictions, events] = [batch.getChildAt(0), batch.getChildAt(1)];
      for (let at = 0; at < batch.numRows; at++) {
        const prediction = wholeNumber(predictions?.get(at));
        if (typeof prediction !== "number" || prediction < 0 || prediction >= asked)
          throw new ProgramFailure(
            `The first column of your query has ${inWords(prediction)}, which is no row of predictions${asked > 0 ? `: 0 to ${asked - 1}` : ""}.`,
            null,
          );
        if (seen[prediction])
          throw new ProgramFailure(
            `Your query gives more than one row for the prediction of row ${prediction}. It must give one.`,
            null,
          );
        seen[prediction] = 1;
        answers[prediction] = wholeNumber(events?.get(at));
      }
    }
  } catch (error) {
    throw error instanceof ProgramFailure ? error : failureOf(error);
  }
  return answers;
}

/** A value of a column as a number or none, or, where it is neither, in words. */
function wholeNumber(value: unknown): number | null | { text: string } {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint" && BigInt(Number(value)) === value) return Number(value);
  if (typeof value === "string") return { text: `'${value}', a text` };
  return typeof value === "number" ? value : { text: String(value) };
}

function inWords(value: number | null | { text: string }): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : value.text;
}

/** DuckDB says under a message which line it means, and draws it; of some errors it gives the message as a part of an object. */
function failureOf(error: unknown): ProgramFailure {
  const given = error instanceof Error ? error.message : String(error);
  const [, inside] = /"exception_message":("(?:[^"\\]|\\.)*")/.exec(given) ?? [];
  const text: string = inside === undefined ? given : JSON.parse(inside);
  const [, line] = /^LINE (\d+):/m.exec(text) ?? [];
  return new ProgramFailure(
    text.replace(/\n+LINE \d+:[\s\S]*$/, "").trim(),
    line === undefined ? null : Number(line),
  );
}
