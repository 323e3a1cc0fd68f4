import { useMemo } from "react";
import { latestData } from "../../state/query";
import { entityColumns } from "../../state/serving/entity-columns";
import { keyText } from "../../state/serving/key-text";
import { servingStore } from "../../state/serving/serving";
import { useApp, usePart } from "../../state/use-app";
import { StepSentence } from "../../timeline/step-sentence";
import type { GroupSummary, ViewSummary } from "../../worker/answers";
import { lookUpParts, storeParts } from "./headline-parts";
import { useAskedEntity } from "./look-up/use-asked-entity";
import { useComparison } from "./look-up/use-comparison";

const NO_GROUPS: readonly GroupSummary[] = [];

export interface ServeHeadlineProps {
  readonly view: ViewSummary;
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** What is so, in one sentence. */
export function ServeHeadline({ view, names, counts }: ServeHeadlineProps) {
  const groups = useApp((state) => state.overview?.groups ?? NO_GROUPS);
  const isWallClock = useApp((state) => state.route.now === null);
  const isServable = usePart(servingStore, ({ problem }) => latestData(problem) === null);
  const lookUp = usePart(servingStore, (state) => state.lookUp);
  const columns = useMemo(() => entityColumns(view, groups), [view, groups]);
  const asked = useAskedEntity(columns);
  const lookedUp =
    lookUp.status === "idle" || lookUp.key.view !== view.definition.name ? null : latestData(lookUp);
  const comparison = useComparison(view, columns, lookedUp);
  const needed = columns.filter(({ isNeeded }) => isNeeded).map(({ name }) => name);
  const keyOf = (name: string) =>
    keyText(columns.find((column) => column.name === name)?.type ?? "string", asked?.[name] ?? null);
  const parts =
    asked === null || lookedUp === null || comparison === null
      ? storeParts(names, counts, needed, isServable)
      : lookUpParts({
          entity: needed.map((column) => ({ column, value: keyOf(column) })),
          lookedUp,
          isWallClock,
          sources: comparison.sources,
          trainedUs: comparison.trained?.timeUs ?? null,
          moment: comparison.moment,
        });
  return <StepSentence parts={parts} size="large" as="h1" />;
}
