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
  sources: readonly VectorSource[];
  /** That row; `null` where the entity has none by then. */
  trained: TrainingRow | null;
  /** Whether it is known which it is. */
  isTrainingThere: boolean;
  /** Writes a moment so that it can be told from the others here. */
  moment: (us: bigint) => string;
}

/** Compares what was looked up with the last training row of that entity at or before the look-up's moment. */
export function useComparison(
  view: ViewSummary,
  columns: readonly EntityColumn[],
  lookedUp: LookedUp | null,
): ComparedVector | null {
  const query = usePart(servingStore, (state) => state.trained);
  const requested = useRequestedEntity(columns);
  return useMemo(() => {
    if (requested === null || lookedUp === null) return null;
    const isOfLookUp =
      query.status !== "idle" &&
      query.key.view === view.definition.name &&
      query.key.nowUs === lookedUp.nowUs;
    const trained = isOfLookUp ? latestData(query) : null;
    const isTrainingThere = isOfLookUp && (query.status === "ready" || trained !== null);
    const moment = momentsOf([
      lookedUp.nowUs,
      trained?.timeUs ?? null,
      ...lookedUp.joins.map((join) => join.eventTime),
    ]);
    const given = new Set(Object.keys(requested));
    return {
      sources: servedVector({ view, lookedUp, given, trained, moment }),
      trained,
      isTrainingThere,
      moment,
    };
  }, [view, requested, lookedUp, query]);
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
