import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { followCompare } from "../../state/compare/compare";
import { followSmallest } from "../../state/compare/smallest";
import type { ComparePage } from "../../state/route/route";
import { useApp, useAppHandle } from "../../state/use-app";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { loadPart } from "../../worker/missing-part";

const PAGES: Readonly<Record<ComparePage, ComponentType>> = {
  row: lazy(async () => ({ default: (await loadPart(() => import("./row/row-page"))).RowPage })),
  cost: lazy(async () => ({ default: (await loadPart(() => import("./cost/cost-page"))).CostPage })),
  differences: lazy(async () => ({
    default: (await loadPart(() => import("./differences/differences-page"))).DifferencesPage,
  })),
  data: lazy(async () => ({
    default: (await loadPart(() => import("./made-data/made-data-page"))).MadeDataPage,
  })),
};

const SmallestDialog = lazy(async () => ({
  default: (await loadPart(() => import("./smallest/smallest-dialog"))).SmallestDialog,
}));

/** The Compare stage: what a wrong join costs, by one row, by a model, by all cells that differ, and on data made for it. */
export function CompareStage() {
  const app = useAppHandle();
  const show = useApp((state) => state.route.show);
  const isSmallest = useApp((state) => state.route.smallest);
  useEffect(() => followCompare(app), [app]);
  useEffect(() => followSmallest(app), [app]);
  const Page = PAGES[show];
  return (
    <>
      <Suspense fallback={<LoadingLine>Opening the page …</LoadingLine>}>
        <Page />
      </Suspense>
      {/* While it is loaded the page stays, and keeps the focus that goes back to it. */}
      <Suspense fallback={null}>{isSmallest && <SmallestDialog />}</Suspense>
    </>
  );
}
