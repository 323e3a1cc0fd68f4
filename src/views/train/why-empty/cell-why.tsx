import { useEffect } from "react";
import { editedCurrentView } from "../../../state/edit-view";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, usePart, useSelector } from "../../../state/use-app";
import { applyOffer, askCell, whyEmptyStore } from "../../../state/why-empty/why-empty";
import { Button } from "../../../ui/controls/button";
import { changeWords, fillsWords } from "./change-words";
import { MissWords } from "./miss-words";

export interface CellWhyProps {
  readonly join: number;
  readonly trainingRow: number;
}

/** Of one empty cell: what came nearest, the smallest change that would fill it, and the way to all of them. */
export function CellWhy({ join, trainingRow }: CellWhyProps) {
  const app = useAppHandle();
  const view = useSelector(editedCurrentView);
  const training = useApp((state) => state.training);
  const cell = usePart(whyEmptyStore, (state) => state.cell);
  useEffect(() => {
    if (training.status === "ready") askCell(app, join, trainingRow);
  }, [app, training, join, trainingRow]);
  const isOfThis = cell.status === "ready" && cell.key.join === join && cell.key.trainingRow === trainingRow;
  if (!isOfThis || cell.data === null || view === null) return null;
  const { fgName, offer, cell: missed, on } = cell.data;
  const rule = view.rules[join];
  const words =
    offer &&
    changeWords(offer.change, {
      fgName,
      labelFg: view.definition.labelFg,
      ttlUs: rule?.ttlUs ?? null,
      delayUs: rule?.delayUs ?? 0n,
      clockUs: null,
    });
  return (
    <>
      Nearest miss: <MissWords {...cell.data} cell={missed} rows={1} spineColumns={on.spineColumns} />.{" "}
      {offer !== null && (
        <>
          <Button variant="link" onClick={() => applyOffer(app, offer)}>
            {words?.label}
          </Button>{" "}
          ({[words?.note, fillsWords(offer)].filter(Boolean).join("; ")}){" "}
        </>
      )}
      <WayToAll />
    </>
  );
}

/** Of a cell whose row was found: the value is null in it. */
export function NullValue({ column }: { readonly column: string }) {
  return (
    <>
      {column} is null in the row that was found. <WayToAll />
    </>
  );
}

function WayToAll() {
  const app = useAppHandle();
  return (
    <Button variant="link" onClick={() => goTo(app, { empty: true })}>
      Why is it empty?
    </Button>
  );
}
