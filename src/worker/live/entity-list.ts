import { CellFlag, type CellValue, Reason } from "../../microfs/core";
import type { EntityCodes } from "./entity-codes";

export const ENTITY_ORDERS = ["key", "rows", "leaks", "unmatched"] as const;
/** By key, or those first that have the most rows of all groups, leaking cells, or cells that no row was found for. */
export type EntityOrder = (typeof ENTITY_ORDERS)[number];

/** What of the entities is looked for. */
export interface EntityQuery {
  /** Text that is somewhere in an entity's key; empty for all. */
  search: string;
  order: EntityOrder;
  /** Which of those that are found: [from, to). */
  from: number;
  to: number;
}

/** Some of the entities found, in the order of the query. Every array has shape [entities]. */
export interface EntityPage {
  /** How many entities there are, found or not. */
  total: number;
  /** How many of them were found. */
  found: number;
  /** The spine's columns that name an entity, and their values. */
  columns: readonly string[];
  keys: readonly (readonly CellValue[])[];
  /** Rows to predict for. */
  rows: Int32Array;
  /** Rows of the joined groups. */
  features: Int32Array;
  /** Joins × rows that leak, and that found nothing. */
  leaks: Int32Array;
  unmatched: Int32Array;
  /** The training row to open: the first that leaks or is unmatched where that was asked for, else the first. */
  open: Int32Array;
}

/** What one join did to each training row. Both arrays have shape [training rows]. */
export interface JoinFlags {
  /** `Reason` codes. */
  reason: Uint8Array;
  /** `CellFlag` bits. */
  flags: Uint8Array;
}

/** What is kept of each entity. Every array has shape [entities]; entities stand in the order of their keys. */
interface Counts {
  rows: Int32Array;
  features: Int32Array;
  leaks: Int32Array;
  unmatched: Int32Array;
  firstRow: Int32Array;
  firstLeak: Int32Array;
  firstUnmatched: Int32Array;
}

/**
 * The entities of a training set, for choosing one of many: counted once, O(rows), then searched and sorted without
 * looking at rows again, O(entities).
 */
export class EntityList {
  readonly #columns: readonly string[];
  readonly #counts: Counts;
  readonly #texts: readonly string[];
  readonly #keyOf: (trainingRow: number) => readonly CellValue[];
  readonly #sorted = new Map<EntityOrder, Int32Array>();

  /**
   * @param columns - The spine's columns that name an entity.
   * @param keyOf - Their values in a training row.
   * @param featuresOf - How many rows the joined groups hold for the entity of a training row.
   */
  constructor(
    columns: readonly string[],
    joins: readonly JoinFlags[],
    entities: EntityCodes,
    keyOf: (trainingRow: number) => readonly CellValue[],
    featuresOf: (trainingRow: number) => number,
  ) {
    this.#columns = columns;
    this.#keyOf = keyOf;
    const counted = count(joins, entities);
    counted.features = counted.firstRow.map((row) => featuresOf(row));
    const keys = Array.from(counted.firstRow, (row) => keyOf(row));
    const order = Int32Array.from(keys.keys()).sort((a, b) => compareKeys(keys[a] ?? [], keys[b] ?? []));
    this.#counts = take(counted, order);
    this.#texts = Array.from(order, (entity) => keyText(keys[entity] ?? []).toLowerCase());
  }

  /** The entities whose key has the searched text somewhere in it; where one's key is just that text, it comes first. */
  find({ search, order: by, from, to }: EntityQuery): EntityPage {
    const text = search.trim().toLowerCase();
    const order = this.#order(by);
    const hits = order.filter((entity) => this.#texts[entity]?.includes(text));
    const exact = hits.findIndex((entity) => this.#texts[entity] === text);
    if (exact > 0) hits.copyWithin(1, 0, exact).set([this.#texts.indexOf(text)]);
    const page = hits.slice(from, to);
    const { rows, features, leaks, unmatched, firstRow } = take(this.#counts, page);
    return {
      total: order.length,
      found: hits.length,
      columns: this.#columns,
      keys: Array.from(firstRow, (row) => this.#keyOf(row)),
      rows,
      features,
      leaks,
      unmatched,
      open: this.#open(page, by, firstRow),
    };
  }

  #order(by: EntityOrder): Int32Array {
    const known = this.#sorted.get(by);
    if (known !== undefined) return known;
    const all = Int32Array.from(this.#texts.keys());
    // Stable: entities with as many stay in the order of their keys.
    if (by !== "key") {
      const { rows, features } = this.#counts;
      const counts = by === "rows" ? rows.map((own, i) => own + (features[i] ?? 0)) : this.#counts[by];
      all.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
    }
    this.#sorted.set(by, all);
    return all;
  }

  #open(page: Int32Array, by: EntityOrder, firstRow: Int32Array): Int32Array {
    if (by !== "leaks" && by !== "unmatched") return firstRow;
    const firstRows = by === "leaks" ? this.#counts.firstLeak : this.#counts.firstUnmatched;
    return page.map((entity, i) => {
      const row = firstRows[entity] ?? -1;
      return row < 0 ? (firstRow[i] ?? 0) : row;
    });
  }
}

function count(joins: readonly JoinFlags[], { codes, count: size }: EntityCodes): Counts {
  const counts: Counts = {
    rows: new Int32Array(size),
    features: new Int32Array(size),
    leaks: new Int32Array(size),
    unmatched: new Int32Array(size),
    firstRow: new Int32Array(size).fill(-1),
    firstLeak: new Int32Array(size).fill(-1),
    firstUnmatched: new Int32Array(size).fill(-1),
  };
  const add = (to: Int32Array, entity: number, by: number) => {
    to[entity] = (to[entity] ?? 0) + by;
  };
  const first = (of: Int32Array, entity: number, row: number) => {
    if (of[entity] === -1) of[entity] = row;
  };
  for (let row = 0; row < codes.length; row++) {
    const entity = codes[row] ?? 0;
    add(counts.rows, entity, 1);
    first(counts.firstRow, entity, row);
    for (const { reason, flags } of joins) {
      if (((flags[row] ?? 0) & CellFlag.leak) !== 0) {
        add(counts.leaks, entity, 1);
        first(counts.firstLeak, entity, row);
      }
      if (reason[row] !== Reason.chosen) {
        add(counts.unmatched, entity, 1);
        first(counts.firstUnmatched, entity, row);
      }
    }
  }
  // Keys that no row has any more may have a code: they are no entities.
  return take(
    counts,
    Int32Array.from(counts.rows.keys()).filter((entity) => (counts.rows[entity] ?? 0) > 0),
  );
}

function take(counts: Counts, entities: Int32Array): Counts {
  const of = (values: Int32Array) => entities.map((entity) => values[entity] ?? 0);
  return {
    rows: of(counts.rows),
    features: of(counts.features),
    leaks: of(counts.leaks),
    unmatched: of(counts.unmatched),
    firstRow: of(counts.firstRow),
    firstLeak: of(counts.firstLeak),
    firstUnmatched: of(counts.firstUnmatched),
  };
}

/** A key as it is searched: its parts with a comma between. */
function keyText(key: readonly CellValue[]): string {
  return key.map((part) => (part === null ? "null" : String(part))).join(", ");
}

function namesNothing(part: CellValue): part is null {
  return part === null || Number.isNaN(part);
}

function compareKeys(a: readonly CellValue[], b: readonly CellValue[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? null;
    if (part === other || (namesNothing(part) && namesNothing(other))) continue;
    // No key comes last.
    if (namesNothing(part) || namesNothing(other)) return namesNothing(part) ? 1 : -1;
    return part < other ? -1 : 1;
  }
  return 0;
}
