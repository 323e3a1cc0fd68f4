import { useMemo } from "react";
import type { CellValue } from "../../../microfs/core";
import { latestData } from "../../../state/query";
import { type EntityColumn, readEntityValues } from "../../../state/serving/entity-columns";
import { readEntity } from "../../../state/serving/entity-text";
import { type LookedUp, servingStore } from "../../../state/serving/serving";
import { useApp, usePart } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import type { TrainingRow, ViewSummary } from "../../../worker/results";
import { servedVector, type VectorSource } from "./served-vector";

/** A served vector beside the entity's latest training row. */
export interface ComparedVector {
  /** `null` while nothing is. */
  readonly lookedUp: LookedUp | null;
  readonly sources: readonly VectorSource[];
  /** That row; `null` where the entity has none by then. */
  readonly trained: TrainingRow | null;
  /** Whether it is known which it is. */
  readonly isTrainingThere: boolean;
  /** Writes a moment so that it can be told from the others here. */
  readonly moment: (us: bigint) => string;
}

/**
 * Compares what was looked up with the last training row of that entity at or before the look-up's moment. While nothing is
 * looked up it has the same rows, without values.
 */
export function useComparison(
  view: ViewSummary,
  columns: readonly EntityColumn[],
  lookedUp: LookedUp | null,
): ComparedVector {
  const query = usePart(servingStore, (state) => state.trained);
  const requested = useRequestedEntity(columns);
  return useMemo(() => {
    const found = requested === null ? null : lookedUp;
    const isOfLookUp =
      found !== null &&
      query.status !== "idle" &&
      query.key.view === view.definition.name &&
      query.key.nowUs === found.nowUs;
    const trained = isOfLookUp ? latestData(query) : null;
    const isTrainingThere = isOfLookUp && (query.status === "ready" || trained !== null);
    const moment = momentsOf([
      found?.nowUs ?? null,
      trained?.timeUs ?? null,
      ...(found?.joins.map((join) => join.eventTime) ?? []),
    ]);
    const given = new Set(columns.map(({ name }) => name));
    return {
      lookedUp: found,
      sources: servedVector({ view, lookedUp: found, given, trained, moment }),
      trained,
      isTrainingThere,
      moment,
    };
  }, [view, columns, requested, lookedUp, query]);
}

/** Years are written where the moments lie in more than one. */
function momentsOf(moments: readonly (bigint | null)[]): (us: bigint) => string {
  const years = new Set(
    moments.flatMap((us) => (us === null ? [] : [new Date(Number(us / 1000n)).getUTCFullYear()])),
  );
  const style = { year: years.size > 1 };
  return (us) => formatMoment(us, style);
}

/** The entity that the route requests, by value; `null` where it requests none, or one that cannot be read. */
export function useRequestedEntity(
  columns: readonly EntityColumn[],
): Readonly<Record<string, CellValue>> | null {
  const text = useApp((state) => state.route.entity);
  return useMemo(() => {
    if (text === null) return null;
    const read = readEntityValues(columns, readEntity(text) ?? {});
    return read.ok ? read.values : null;
  }, [columns, text]);
}
