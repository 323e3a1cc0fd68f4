import type { TakenRows } from "../../../ladder/tests/join-test";
import type { EntitySlice } from "../../../microfs/core";
import type { PickedRows } from "../../../timeline/picture/picture-types";

/** An entity's slice as it is drawn, and per join the rows that it takes where no rule says which. */
interface DrawnSlice {
  readonly slice: EntitySlice;
  readonly picked: readonly (PickedRows | undefined)[] | undefined;
}

const NOTHING: PickedRows = new Map();

/**
 * The slice with a second lane: the rows of the other entity that a program has taken from. No join takes them, so that
 * they are drawn as rows that take no part. Without such rows the slice as it is.
 *
 * @param taken - Rows that are not the entity's.
 */
export function withOthersLane(
  slice: EntitySlice,
  all: readonly EntitySlice[],
  taken: TakenRows,
): DrawnSlice {
  const other = all.find(({ joins }) => taken.some((row) => joins[0]?.rows.includes(row)));
  const [own, others] = [slice.joins[0], other?.joins[0]];
  if (other === undefined || own === undefined || others === undefined) return { slice, picked: undefined };
  return {
    slice: { ...slice, joins: [own, { ...others, fgName: `other ${others.fgName}` }] },
    picked: [undefined, NOTHING],
  };
}
