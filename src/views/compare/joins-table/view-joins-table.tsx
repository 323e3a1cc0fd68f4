import { compareStore } from "../../../state/compare/compare";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { Variants } from "../use-variants";
import { JoinsTable } from "./joins-table";

/** The table of joins of the view that is looked at, as far as its numbers have come. */
export function ViewJoinsTable({ variants }: { readonly variants: Variants }) {
  const app = useAppHandle();
  const summary = usePart(compareStore, (state) => latestData(state.summary));
  const consequence = usePart(compareStore, (state) => state.consequence);
  const isCounted = usePart(compareStore, (state) => state.summary.status === "ready");
  const progress = usePart(compareStore, (state) => state.progress);
  const found = latestData(consequence);
  const isTraining = consequence.status === "fetching" || (consequence.status === "idle" && isCounted);
  return (
    <JoinsTable
      menu={variants.menu}
      word={variants.word}
      above={variants.above.name}
      below={variants.below.name}
      onChoose={(place, name) => goTo(app, { [place]: name }, "replace")}
      summary={summary}
      consequence={found !== null && "variants" in found ? found : null}
      training={isTraining ? progress : undefined}
    />
  );
}
