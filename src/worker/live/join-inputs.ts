import type { RowOverlay } from "../../microfs";
import { type CellValue, type JoinRule, knownTimes, NO_MATCH, type Times } from "../../microfs/core";
import type { EditedCells, TrainingState } from "./training-state";

/**
 * What a written join is given of some entities of one join, and where its answers belong. Entity e has the predictions
 * [predictionStarts[e], predictionStarts[e + 1]) and the rows [rowStarts[e], rowStarts[e + 1]).
 */
export interface JoinInputs {
  /** How many entities the join has in all, in the order in which the training table comes to them. */
  readonly entities: number;
  /** Which of them these are: [from, to). */
  readonly from: number;
  readonly to: number;
  /** By the join's rule; `null` where a row never gets too old. */
  readonly ttlUs: bigint | null;
  /** The spine's columns that the join is on, and their values, entity by entity. */
  readonly keyColumns: readonly string[];
  readonly keys: readonly (readonly CellValue[])[];
  /** Shape [entities + 1], as is `rowStarts`. */
  readonly predictionStarts: Int32Array<ArrayBuffer>;
  readonly rowStarts: Int32Array<ArrayBuffer>;
  /** Shape [predictions], as is `predictionsUs`. */
  readonly trainingRows: Int32Array<ArrayBuffer>;
  readonly predictionsUs: BigInt64Array<ArrayBuffer>;
  /** Shape [rows], as are the times. The numbers that rows of the group are known by: by created time, then as inserted. */
  readonly rows: Int32Array<ArrayBuffer>;
  readonly eventTimesUs: BigInt64Array<ArrayBuffer>;
  /** By the join's own clock and delay. */
  readonly knownAtUs: BigInt64Array<ArrayBuffer>;
  /** By the group's: a prediction before that moment has a leak in it. */
  readonly leaksBeforeUs: BigInt64Array<ArrayBuffer>;
}

/** Which inputs are asked for: the join's, from 0, from an entity on. */
export interface InputRequest {
  readonly join: number;
  readonly from: number;
  /** At most so many entities, and then so many predictions and rows together; one entity at least. */
  readonly mostEntities: number;
  readonly mostRows: number;
}

/** The training rows of a join by entity: those of one key stand together. */
interface JoinEntities {
  /** Shape [entities + 1]. */
  readonly starts: Int32Array;
  /** Shape [training rows]. */
  readonly trainingRows: Int32Array;
}

/** Hands out what written joins are given, some entities at a time. Who is one entity is found once for each training set. */
export class JoinInputWork {
  readonly #entities = new WeakMap<TrainingState, Map<number, JoinEntities>>();

  /**
   * The inputs that are asked for. Costs O(training rows) at the first question about a join, then
   * O(predictions + rows log rows) of the entities that are handed over.
   */
  inputs(state: TrainingState, { join: number, from, ...most }: InputRequest): JoinInputs {
    const { view, joins, order, spine, timesUs } = state;
    const [checked, cells] = [view.joins[number], joins[number]];
    if (checked === undefined || cells === undefined)
      throw new RangeError(`join must be 0 to ${joins.length - 1}: ${number}`);
    const { starts, trainingRows } = this.#entitiesOf(state, number, cells);
    const entities = starts.length - 1;
    const startOf = (entity: number) => starts[entity] ?? trainingRows.length;
    const firstOf = (entity: number) => order.rows[trainingRows[startOf(entity)] ?? NO_MATCH] ?? NO_MATCH;

    const candidates: Int32Array[] = [];
    let to = from;
    for (let size = 0; to < entities && to - from < most.mostEntities; to++) {
      const own = cells.join.candidates(firstOf(to));
      size += own.length + startOf(to + 1) - startOf(to);
      if (to > from && size > most.mostRows) break;
      candidates.push(own);
    }
    const asked = trainingRows.slice(startOf(from), startOf(to));
    return {
      entities,
      from,
      to,
      ttlUs: checked.rule.ttlUs,
      keyColumns: checked.spineColumns,
      keys: candidates.map((_, at) =>
        checked.spineColumns.map((name) => spine.cell(firstOf(from + at), name)),
      ),
      predictionStarts: Int32Array.from(
        { length: to - from + 1 },
        (_, at) => startOf(from + at) - startOf(from),
      ),
      trainingRows: asked,
      predictionsUs: BigInt64Array.from(asked, (row) => timesUs[row] ?? 0n),
      ...rowsOf(candidates, cells, checked.rule),
    };
  }

  /** Null keys match nothing, and nor do keys that the group has not: those are told apart as the view's entities are. */
  #entitiesOf(state: TrainingState, number: number, { join }: EditedCells): JoinEntities {
    const kept = this.#entities.get(state) ?? new Map<number, JoinEntities>();
    this.#entities.set(state, kept);
    const known = kept.get(number);
    if (known !== undefined) return known;
    const { order, entities } = state;
    const numbers = new Map<number, number>();
    const of = order.rows.map((row, trainingRow) => {
      const key = join.keyOf(row);
      const name = key >= 0 ? key : -1 - (entities.codes[trainingRow] ?? 0);
      const entity = numbers.get(name) ?? numbers.size;
      numbers.set(name, entity);
      return entity;
    });
    const made = grouped(of, numbers.size);
    kept.set(number, made);
    return made;
  }
}

/** A counting sort: within an entity, training rows stay in their order. */
function grouped(of: Int32Array, count: number): JoinEntities {
  const starts = new Int32Array(count + 1);
  for (const entity of of) starts[entity + 1] = (starts[entity + 1] ?? 0) + 1;
  for (let entity = 0; entity < count; entity++)
    starts[entity + 1] = (starts[entity + 1] ?? 0) + (starts[entity] ?? 0);
  const next = starts.slice();
  const trainingRows = new Int32Array(of.length);
  of.forEach((entity, trainingRow) => {
    const at = next[entity] ?? 0;
    trainingRows[at] = trainingRow;
    next[entity] = at + 1;
  });
  return { starts, trainingRows };
}

type HandedRows = Pick<JoinInputs, "rowStarts" | "rows" | "eventTimesUs" | "knownAtUs" | "leaksBeforeUs">;

/** Some entities' rows, each entity's in the order in which they were created, then inserted. */
function rowsOf(candidates: readonly Int32Array[], { group }: EditedCells, rule: JoinRule): HandedRows {
  const { eventTime, createdTime, clock } = group.group;
  const rowStarts = new Int32Array(candidates.length + 1);
  candidates.forEach(({ length }, at) => {
    rowStarts[at + 1] = (rowStarts[at] ?? 0) + length;
  });
  const rows = new Int32Array(rowStarts.at(-1) ?? 0);
  candidates.forEach((own, at) => {
    // Numbers of rows are in the order of insertion.
    rows.set(inCreatedOrder(own.slice().sort(), group, createdTime), rowStarts[at]);
  });
  const eventTimes = group.times(rows, eventTime);
  const createdTimes = createdTime === undefined ? null : group.times(rows, createdTime);
  return {
    rowStarts,
    rows: group.ids(rows),
    eventTimesUs: toMicroseconds(eventTimes),
    knownAtUs: toMicroseconds(knownTimes(eventTimes, createdTimes, rule)),
    leaksBeforeUs: toMicroseconds(knownTimes(eventTimes, createdTimes, clock)),
  };
}

function inCreatedOrder(rows: Int32Array, group: RowOverlay, createdTime: string | undefined): Int32Array {
  if (createdTime === undefined) return rows;
  const created = group.times(rows, createdTime);
  const at = (position: number) => created[position] ?? 0;
  // Stable.
  const order = rows
    .map((_, position) => position)
    .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a - b));
  return order.map((position) => rows[position] ?? NO_MATCH);
}

function toMicroseconds(times: Times): BigInt64Array<ArrayBuffer> {
  return BigInt64Array.from(times as ArrayLike<number | bigint>, BigInt);
}
