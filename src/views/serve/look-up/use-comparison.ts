import { useMemo } from "react";
import { latestData } from "../../../state/query";
import type { EntityColumn } from "../../../state/serving/entity-columns";
import type { LookedUp } from "../../../state/serving/serving";
import { useApp } from "../../../state/use-app";
import { formatMoment } from "../../../timeline/words/format-moment";
import type { ViewSummary } from "../../../worker/answers";
import { latestTrainingRow } from "./latest-training-row";
import { servedVector, type VectorSource } from "./served-vector";
import { useAskedEntity } from "./use-asked-entity";

/** A served vector beside the entity's latest training row. */
export interface ComparedVector {
  sources: readonly VectorSource[];
  /** That row's number in the training table and its moment; `null` where the entity has none by then. */
  trained: { row: number; tUs: bigint } | null;
  /** Whether the training table is there to be looked into. */
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
  const training = useApp((state) => latestData(state.training));
  const asked = useAskedEntity(columns);
  return useMemo(() => {
    if (asked === null || lookedUp === null) return null;
    const own = training?.viewName === view.definition.name ? training : null;
    const entity = new Map(Object.entries(asked));
    const trainingRow = own === null ? null : latestTrainingRow(own, entity, lookedUp.nowUs);
    const tUs = trainingRow === null ? null : (own?.timesUs[trainingRow] ?? null);
    const moment = momentsOf([lookedUp.nowUs, tUs, ...lookedUp.joins.map((join) => join.eventTime)]);
    const given = new Set(entity.keys());
    return {
      sources: servedVector({ view, lookedUp, given, training: own, trainingRow, moment }),
      trained: trainingRow === null || tUs === null ? null : { row: trainingRow, tUs },
      isTrainingThere: own !== null,
      moment,
    };
  }, [view, asked, lookedUp, training]);
}

/** Years are written where the moments lie in more than one. */
function momentsOf(moments: readonly (bigint | null)[]): (us: bigint) => string {
  const years = new Set(
    moments.flatMap((us) => (us === null ? [] : [new Date(Number(us / 1000n)).getUTCFullYear()])),
  );
  const style = { year: years.size > 1 };
  return (us) => formatMoment(us, style);
}
