import type { ReactNode } from "react";
import type { CellValue } from "../../../microfs/core";
import type { EmptyReasonName } from "../../../terms/empty-reasons";
import { countOf } from "../../../ui/format-number";
import type { Cause } from "../../../why-empty/candidate";
import type { MissedCell } from "../../../worker/why-empty/why-empty-results";
import { spanWords } from "./change-words";
import { KeyText } from "./key-text";

export interface Miss {
  readonly reason: EmptyReasonName;
  readonly cause: Cause;
  readonly fgName: string;
  readonly cell: MissedCell | null;
  /** How many predictions it is said of. */
  readonly rows: number;
  /** The columns that the join is on, of the predictions. */
  readonly spineColumns: readonly string[];
}

/** What came nearest to a cell, in a few words. */
export function MissWords({ reason, cause, fgName, cell, rows, spineColumns }: Miss): ReactNode {
  const by = cell?.byUs == null ? "" : spanWords(BigInt(Math.round(cell.byUs)));
  const columns = spineColumns.join(", ");
  if (cause === "other_unit") return "one side’s times lie in 1970";
  if (cause === "unit_too_small") return "one side’s times lie thousands of years ahead";
  if (cause === "no_rows") return `${fgName} holds no rows`;
  switch (reason) {
    case "expired":
      if (cell?.way === "known_later") return `known ${by} after the line`;
      return cell?.way === "happens_later" ? `a row ${by} after the line` : `${by} older than the TTL`;
    case "not_yet_known":
      return `known ${by} after the line`;
    case "future_only":
      return isKnownLater(cell) ? `first row known ${by} after the line` : `first row ${by} after the line`;
    case "exact_match":
      return "a row at the very moment, and < leaves it out";
    case "wrong_side":
      return "every row lies on the other side";
    case "null_key":
      return `${spineColumns.join(" or ")} is null in ${countOf(rows, "prediction")}`;
    case "null_value":
      return nullWords(cell?.nullColumns ?? []);
    case "no_entity":
      break;
  }
  if (cause === "other_column") return `${columns} is not what ${fgName} is keyed by`;
  const [asked, written] = differing(cell);
  if (asked === null) return "no such entity";
  return (
    <>
      <KeyText value={asked} /> is not there
      {written !== null && (
        <>
          , <KeyText value={written} /> is
        </>
      )}
    </>
  );
}

function nullWords(columns: readonly string[]): string {
  if (columns.length === 0) return "the chosen row has no value";
  return `${columns.join(", ")} ${columns.length === 1 ? "is" : "are"} null in the chosen row`;
}

/** Whether a row can be used only some time after it happened. */
function isKnownLater(cell: MissedCell | null): boolean {
  if (cell?.nearest == null || cell.byUs === null) return false;
  return Number(cell.nearest.eventUs - cell.timeUs) < cell.byUs;
}

/** The part of a key in which the one asked for and the one written differ; the first where nothing else is known. */
export function differing(cell: MissedCell | null): readonly [asked: CellValue, written: CellValue] {
  if (cell === null) return [null, null];
  const { asked, nearest } = cell;
  if (nearest === null) return [asked[0] ?? null, null];
  const at = Math.max(
    0,
    asked.findIndex((value, i) => value !== nearest.written[i]),
  );
  return [asked[at] ?? null, nearest.written[at] ?? null];
}
