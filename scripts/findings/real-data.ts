import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Consequence } from "../../src/compare/model/model-results";
import type { FeatureViewDefinition } from "../../src/microfs";
import type { FeatureGroupDefinition } from "../../src/microfs/core";
import type { Claim } from "./claim";

export type Row = Readonly<Record<string, bigint | number | string | boolean | Date | null>>;

/** A group and its rows. */
export interface RealGroup extends FeatureGroupDefinition {
  readonly rows: readonly Row[];
}

/** A training set made of real tables, and what is to be known about it. */
export interface RealData {
  readonly title: string;
  /** What is asked at which moment, in one sentence. */
  readonly question: string;
  /** Files of vega-datasets, and where those have them from. */
  readonly sources: readonly { readonly file: string; readonly from: string; readonly licence: string }[];
  /** How event times, created times and delays were chosen: what the files say, and what was assumed. */
  readonly times: string;
  readonly groups: readonly RealGroup[];
  readonly view: FeatureViewDefinition;
  /** What somebody read out of the table of results who looked at the rows. */
  readonly found: readonly Claim<Consequence>[];
}

const DATA = new URL("../../node_modules/vega-datasets/data/", import.meta.url);

/** The path of a file of vega-datasets. */
export function dataPath(file: string): string {
  return new URL(file, DATA).pathname;
}

/** A CSV file's rows as texts, by column. */
export function readCsvFile(file: string): Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readFileSync(dataPath(file), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** A date like “Jan 1 2000”, at midnight, UTC. */
export function readUsDate(text: string): Date {
  return new Date(`${text} UTC`);
}

/** The first of the month so many months later, at midnight, UTC. */
export function monthsLater(date: Date, months: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export function later(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}

/** By how many percent `now` is above `before`; null where there is no `before`. */
export function percentChange(now: number, before: number | undefined): number | null {
  return before === undefined ? null : (now / before - 1) * 100;
}
