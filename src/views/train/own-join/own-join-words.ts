import type { CellValue } from "../../../microfs/core";
import type { NotCompared, OwnJoinCounts, OwnJoinRun, OwnJoinStatus } from "../../../state/own-join/own-join";
import type { OwnJoinStop } from "../../../state/own-join/run-own-join";
import { LANGUAGE_WORDS, type Language } from "../../../terms/languages";
import { formatValue } from "../../../timeline/words/format-value";
import { entityWord } from "../../../timeline/words/nouns";
import { countOf, formatNumber } from "../../../ui/format-number";

/** What came of comparing, so far as it has come: `Your join differs in 12 of 24 052 cells`. */
export function countWords({ cells, compared, differs }: OwnJoinCounts): string {
  if (cells === 0) return "Your join can be compared with none of these joins";
  if (compared === 0) return "Your join has not run on any cell yet";
  const soFar = compared < cells ? " so far" : "";
  const all = `${formatNumber(compared)} ${compared === 1 ? "cell" : "cells"}${soFar}`;
  return differs === 0
    ? `Your join agrees with the engine in ${compared === 1 ? "" : "all "}${all}`
    : `Your join differs in ${formatNumber(differs)} of ${all}`;
}

/** How many of the cells that differ leak; "" where none differs. */
export function leakWords({ differs, leaks }: OwnJoinCounts): string {
  if (differs === 0) return "";
  if (leaks === 0) return differs === 1 ? "it does not leak" : "none of them leaks";
  if (differs === 1) return "it leaks";
  if (leaks === differs) return leaks === 2 ? "both leak" : "all of them leak";
  return `${formatNumber(leaks)} of them ${leaks === 1 ? "leaks" : "leak"}`;
}

/** What the program does now, or how it ended before its time; "" once it is through. */
export function statusWords(run: OwnJoinRun, language: Language): string {
  const { status, counts } = run;
  switch (status.kind) {
    case "loading":
      return `Loading ${LANGUAGE_WORDS[language]} …${bytesWords(status)}`;
    case "running":
      return `Running … ${share(counts)} %`;
    case "cancelled":
      return `Stopped at ${share(counts)} %`;
    case "stopped":
      return stopWords(status.stop);
    case "failed":
      return status.message;
    case "done":
      return "";
  }
}

/** Where a program stopped and how, in a sentence: `It broke off at user 31: NameError … (line 4).` */
export function stopWords({ run, keyColumns, key }: OwnJoinStop): string {
  const at = `at ${entityWords(keyColumns, key)}`;
  switch (run.kind) {
    case "failed":
      return `It broke off ${at}${run.line === null ? "" : `, in line ${run.line}`}: ${run.message}`;
    case "timed_out":
      return `It was not through after ${countOf(run.limitMs / 1000, "second")}, ${at}, and was ended.`;
    case "flooded":
      return `It printed more than can be shown, ${at}, and was ended.`;
  }
}

/** Why a join of the view is not compared. */
export const NOT_COMPARED_WORDS: Readonly<Record<NotCompared, string>> = {
  direction: "is not compared: it does not look back, and your program knows only the last row before.",
  exact_matches:
    "is not compared: it passes over rows of the very moment, and your program is told to take them.",
};

function entityWords(columns: readonly string[], key: readonly CellValue[]): string {
  return columns.map((column, at) => `${entityWord(column)} ${formatValue(key[at] ?? null)}`).join(", ");
}

function share({ compared, cells }: OwnJoinCounts): number {
  return cells === 0 ? 0 : Math.floor((100 * compared) / cells);
}

const MEGABYTE = 1e6;

function bytesWords({ loaded, total }: Extract<OwnJoinStatus, { kind: "loading" }>): string {
  if (total === 0) return "";
  return ` ${(loaded / MEGABYTE).toFixed(1)} of ${(total / MEGABYTE).toFixed(1)} MB`;
}
