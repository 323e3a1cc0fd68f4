import type { ReactNode } from "react";
import { type EntitySlice, type JoinRule, joinSlice } from "../../microfs/core";
import { candidatesOf } from "../../timeline/slice-index/slice-index";
import { joinAt } from "../../timeline/step/coordinate";
import { roughDuration } from "../../timeline/words/duration-in-words";
import { formatMoment } from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { entityName } from "../../timeline/words/nouns";
import styles from "./home-page.module.css";

/** The value that a join wrote into the one training row of Home. */
export interface HomeCell {
  readonly text: string;
  readonly leak: boolean;
}

/** What the two tables hold, and the sentence on them. */
export interface TwoJoins {
  /** Which row it is: whose, and the moment of the prediction. */
  readonly row: string;
  readonly latest: HomeCell;
  readonly asOf: HomeCell;
  readonly words: string;
}

/** A join on the latest value there is, whenever it happened: what many first write. */
function latestRule(slice: EntitySlice): JoinRule {
  return { ...joinAt(slice, 0).rule, direction: "latest" };
}

/** Joins the row twice with the real kernel: on the latest value, and as of the prediction. */
export function twoJoins(slice: EntitySlice): TwoJoins {
  const latest = chosen(slice, latestRule(slice));
  const asOf = chosen(slice, joinAt(slice, 0).rule);
  const row = `${entityName(slice)}, ${formatMoment(slice.spine.timesUs[0] ?? 0n)}`;
  return { row, latest: latest.cell, asOf: asOf.cell, words: wordsOn(slice, latest, asOf) };
}

interface Chosen {
  readonly cell: HomeCell;
  readonly eventTimeUs: bigint | null;
}

function chosen(slice: EntitySlice, rule: JoinRule): Chosen {
  const join = joinAt(slice, 0);
  const matches = joinSlice(slice, join, rule, candidatesOf(join).features);
  const index = matches.index[0] ?? -1;
  const column = join.columns.find(({ name }) => name === join.writes[0]?.column);
  const value = column?.values[index] ?? null;
  const format = column === undefined ? String : columnFormat(column);
  return {
    cell: { text: format(value), leak: matches.leak[0] === 1 },
    eventTimeUs: join.eventTimesUs[index] ?? null,
  };
}

function wordsOn(slice: EntitySlice, latest: Chosen, asOf: Chosen): string {
  const tUs = slice.spine.timesUs[0] ?? 0n;
  if (latest.eventTimeUs === null) return "There is no payment, and neither table has one.";
  const away = roughDuration(latest.eventTimeUs - tUs, 3);
  if (latest.cell.leak) return `The first table knows a payment from ${away} later. Production will not.`;
  const known = latest.eventTimeUs === tUs ? "happens at that very moment" : `is ${away} old by then`;
  return asOf.eventTimeUs === latest.eventTimeUs
    ? `Both tables know the same payment. It ${known}.`
    : "The tables differ, and neither knows the future.";
}

export interface JoinTableProps {
  /** How it was joined. */
  readonly caption: ReactNode;
  readonly column: string;
  readonly row: string;
  readonly cell: HomeCell;
}

/** A training table of one row and one feature. A leak fills the cell. */
export function JoinTable({ caption, column, row, cell }: JoinTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{column}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{row}</th>
          <td data-leak={cell.leak || undefined}>
            {cell.text}
            {cell.leak && <span className={styles.unseen}>, a leak</span>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
