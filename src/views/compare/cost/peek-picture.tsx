import { lazy, Suspense } from "react";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { countOf } from "../../../ui/format-number";
import { useTextScale } from "../../../ui/use-text-scale";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { loadPart } from "../../../worker/missing-part";
import styles from "./cost-page.module.css";
import { type PeekBin, peekBins, peekWords } from "./pictures/peek-bins";

const PeekChart = lazy(async () => ({
  default: (await loadPart(() => import("./pictures/peek-chart"))).PeekChart,
}));

/** With the line over it as high as the picture beside it. */
const HEIGHT_PX = 200;
/** So few cells are said: bars of them would be a picture of nothing. */
const FEW = 5;

export interface PeekPictureProps {
  readonly counts: VariantCounts;
  readonly word: string;
  readonly hrefOf: (bin: PeekBin) => string;
}

/** How far the leaked values of one join reach into the future. */
export function PeekPicture({ counts, word, hrefOf }: PeekPictureProps) {
  const scale = useTextScale();
  const bins = peekBins(counts.peek);
  const median = counts.medianPeekUs;
  return (
    <section className={styles.picture} aria-label="How far leaked values reach">
      <h2>How far the leaked values reach into the future · {word}</h2>
      {bins.length === 0 ? (
        <p className={styles.nothing}>No cell leaks: none reaches past its row’s moment.</p>
      ) : counts.leaked <= FEW ? (
        <ul className={styles.few}>
          {bins
            .filter(({ cells }) => cells > 0)
            .map((bin) => (
              <li key={bin.fromUs}>
                <a className={styles.leak} href={hrefOf(bin)}>
                  {countOf(bin.cells, "cell")}
                </a>
                , known {peekWords(bin)} later
              </li>
            ))}
        </ul>
      ) : (
        <Suspense fallback={<LoadingLine>Drawing …</LoadingLine>}>
          <PeekChart bins={bins} heightPx={Math.round(HEIGHT_PX * scale)} hrefOf={hrefOf} />
        </Suspense>
      )}
      {median !== null && bins.length > 0 && (
        <p className="visually-hidden">
          Half of them reach {roughDuration(BigInt(Math.round(median)))} or more.
        </p>
      )}
    </section>
  );
}
