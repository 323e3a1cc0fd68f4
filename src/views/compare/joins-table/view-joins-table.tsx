import { compareStore } from "../../../state/compare/compare";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { Variants } from "../use-variants";
import { JoinsTable } from "./joins-table";

export interface ViewJoinsTableProps {
  readonly variants: Variants;
  /** Whether the join above is chosen too; not where all are compared with the view's own. */
  readonly hasAbove?: boolean;
}

/** The table of joins of the view that is looked at, as far as its numbers have come. */
export function ViewJoinsTable({ variants, hasAbove = true }: ViewJoinsTableProps) {
  const app = useAppHandle();
  const summary = usePart(compareStore, (state) => latestData(state.summary));
  const consequence = usePart(compareStore, (state) => state.consequence);
  const status = usePart(compareStore, (state) => state.summary.status);
  const progress = usePart(compareStore, (state) => state.progress);
  const found = latestData(consequence);
  const isTraining =
    consequence.status === "fetching" || (consequence.status === "idle" && status === "ready");
  const isProblem = found !== null && "kind" in found;
  const isStale = consequence.status === "fetching" && found !== null;
  return (
    <JoinsTable
      menu={variants.menu}
      word={variants.word}
      above={hasAbove ? variants.above.name : null}
      below={variants.below.name}
      onChoose={(place, name) => goTo(app, { [place]: name }, "replace")}
      summary={summary}
      consequence={found !== null && "variants" in found ? found : null}
      hasScores={consequence.status !== "failed" && !isProblem}
      training={isTraining ? progress : undefined}
      updating={status === "fetching" && summary !== null ? "counts" : isStale ? "scores" : null}
    />
  );
}
