import { CellFlag, Reason, type ReasonName, type ViewColumn } from "../../../../microfs/core";

const DRAWN: Readonly<Record<string, { reason?: ReasonName; flags?: number }>> = {
  ".": {},
  x: { reason: "expired" },
  n: { reason: "no_entity" },
  k: { reason: "null_key" },
  y: { reason: "not_yet_known" },
  f: { reason: "future_only" },
  w: { reason: "wrong_side" },
  "!": { flags: CellFlag.leak },
  "=": { flags: CellFlag.tie },
  l: { flags: CellFlag.late },
  c: { flags: CellFlag.change },
  L: { flags: CellFlag.leak | CellFlag.late | CellFlag.change },
  // That another join would have taken a later row is no notable of its own.
  s: { flags: CellFlag.stale },
};

/** What the joins of a training set did: one string per join, one character per training row. Each writes one column. */
export function drawn(...joins: string[]) {
  return {
    numRows: joins[0]?.length ?? 0,
    columns: joins.map((_, join): ViewColumn => columnOfJoin(join, "value")),
    joins: joins.map((cells, number) => {
      const drawnCells = [...cells].map((cell) => DRAWN[cell] ?? {});
      return {
        fgName: `join ${number}`,
        index: new Int32Array(),
        eventTimesUs: new BigInt64Array(),
        reason: Uint8Array.from(drawnCells, ({ reason = "chosen" }) => Reason[reason]),
        flags: Uint8Array.from(drawnCells, ({ flags = 0 }) => flags),
      };
    }),
  };
}

/** A column that a join writes. */
export function columnOfJoin(join: number, column: string): ViewColumn {
  return { join, column, name: `${column} ${join}`, type: "float64" };
}
