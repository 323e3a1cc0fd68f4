import { useMemo } from "react";
import { compareCost } from "../../../state/compare/compare-links";
import type { Training } from "../../../state/training";
import { showsLatest } from "../../../state/training-queries";
import { useApp, useAppHandle, useHref } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { GlossaryTerm } from "../../terms/glossary-term";
import { setStatus } from "../hovered/status";
import styles from "./leak-line.module.css";
import { leakPlace, nextLeak } from "./leak-steps";
import { leakedCells } from "./leaked-cells";
import { showNotable } from "./next-notable";

export interface LeakLineProps {
  readonly training: Training;
  /** The step that the timeline shows. */
  readonly at: Coordinate;
}

/** How many cells leak, the way through them, and the way to what they cost; or that none does. */
export function LeakLine({ training, at }: LeakLineProps) {
  const isLatest = useApp(showsLatest);
  const { leaked, cells } = useMemo(() => leakedCells(training), [training]);
  if (cells === 0) return null;
  if (leaked === 0) return <NoLeaks isLatest={isLatest} cells={cells} />;
  return <Leaks training={training} at={at} leaked={leaked} cells={cells} />;
}

/** On a phone it is said as of the prediction too, as high as what is said of leaks: the switch between both moves nothing. */
function NoLeaks({ isLatest, cells }: { readonly isLatest: boolean; readonly cells: number }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  return (
    <section className={styles.leaks} aria-label="Leaks" data-none={isLatest ? "latest" : "as-of"}>
      <p className={styles.none}>
        None of {formatNumber(cells)} cells <GlossaryTerm of="leak">leaks</GlossaryTerm>
      </p>
      <p>
        {isLatest ? (
          <>
            on the <GlossaryTerm of="latest">latest</GlossaryTerm> value
          </>
        ) : (
          <>
            <GlossaryTerm of="as of">as of</GlossaryTerm> each prediction
          </>
        )}
      </p>
      <p className={styles.ways}>
        <a href={hrefTo(compareCost(route), route)}>what would a wrong join cost?</a>
      </p>
    </section>
  );
}

interface LeaksProps extends LeakLineProps {
  readonly leaked: number;
  readonly cells: number;
}

function Leaks({ training, at, leaked, cells }: LeaksProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const place = useMemo(() => leakPlace(training, at), [training, at]);
  const go = (by: 1 | -1) => {
    const next = nextLeak(training, at, by);
    if (next === null) return;
    showNotable(app, training, next.found);
    setStatus(app, { kind: "notable", notable: next.found, wrapped: next.wrapped && by === 1 });
  };
  useScopeKeys((event) => {
    const action = keyAction("leaks", event);
    if (action === null) return;
    event.preventDefault();
    go(action === "next_leak" ? 1 : -1);
  });
  return (
    <section className={styles.leaks} aria-label="Leaks">
      <p role="status" className={styles.count}>
        <VerdictGlyph state="leak" />{" "}
        <strong>
          {formatNumber(leaked)} of {formatNumber(cells)} cells{" "}
          <GlossaryTerm of="leak">{leaked === 1 ? "leaks" : "leak"}</GlossaryTerm>
        </strong>
      </p>
      <p className={styles.place}>not known yet{place !== "" && ` · ${place}`}</p>
      <p className={styles.ways}>
        <Button variant="link" title="Keys: Shift + L" aria-label="previous leak" onClick={() => go(-1)}>
          previous
        </Button>
        <Button variant="link" title="Key: L" onClick={() => go(1)}>
          next leak
        </Button>
        <a href={hrefTo(compareCost(route), route)}>what does it cost?</a>
      </p>
    </section>
  );
}
