import { useEffect, useRef, useState } from "react";
import { askCompare, compareKey } from "../../../state/compare/compare";
import { latestData, toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { currentRow } from "../../../state/training-queries";
import { useAppHandle } from "../../../state/use-app";
import type { Variants } from "../use-variants";

export interface NextDifference {
  readonly isLooking: boolean;
  /** What came of it, where that is not another row; "" for nothing to say. */
  readonly words: string;
  readonly go: () => void;
}

/** Goes to the next row in which the two joins differ; past the last it goes on from the first, and says so. */
export function useNextDifference({ above, below, word }: Variants): NextDifference {
  const app = useAppHandle();
  const underWay = useRef<AbortController | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [said, setSaid] = useState({ words: "", of: "" });
  const pair = `${above.name} ${below.name}`;
  useEffect(() => () => underWay.current?.abort(), []);
  const go = async () => {
    const state = app.state.getState();
    const key = compareKey(app, state);
    const training = latestData(state.training);
    const row = training && currentRow(training, state.route.row);
    if (key === null || training === null || row === null) return;
    underWay.current?.abort();
    const own = new AbortController();
    underWay.current = own;
    setLooking(true);
    const nextAfter = async (trainingRow: number) => {
      const question = { kind: "next", above: above.name, below: below.name, trainingRow, by: 1 } as const;
      return (await askCompare(app, key, question, own.signal)).trainingRow;
    };
    try {
      const next = await nextAfter(training.trainingRowOf(row) ?? -1);
      const found = next ?? (await nextAfter(-1));
      if (own.signal.aborted) return;
      const spineRow = found === null ? undefined : training.spineIndex[found];
      const words =
        spineRow === undefined
          ? `No row differs between ${word(above.name)} and ${word(below.name)}.`
          : next === null
            ? "That was the last: on from the first row."
            : "";
      setSaid({ words, of: pair });
      if (spineRow !== undefined) goTo(app, { row: spineRow, from: null, to: null });
    } catch (thrown) {
      if (!own.signal.aborted) setSaid({ words: toError(thrown).message, of: pair });
    } finally {
      if (underWay.current === own) setLooking(false);
    }
  };
  return { isLooking, words: said.of === pair ? said.words : "", go: () => void go() };
}
