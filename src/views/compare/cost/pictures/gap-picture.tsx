import { type CSSProperties, lazy, Suspense, useId } from "react";
import type { Consequence, MetricName } from "../../../../compare/model/model-results";
import { MODEL_TERMS } from "../../../../terms/model";
import type { VariantName } from "../../../../terms/variants";
import { LoadingLine } from "../../../../ui/feedback/loading-line";
import { useTextScale } from "../../../../ui/use-text-scale";
import { loadPart } from "../../../../worker/missing-part";
import { GlossaryTerm } from "../../../terms/glossary-term";
import { METRIC_TERMS, scoreAxis } from "../../scores";
import type { GapRow } from "./gap-chart";
import styles from "./gap-picture.module.css";

const GapChart = lazy(async () => ({ default: (await loadPart(() => import("./gap-chart"))).GapChart }));

/** The height of all rows together, as long as each has room for its name. */
const ROWS_PX = 198;
const [LEAST_ROW_PX, MOST_ROW_PX] = [18, 44];
/** A finger's. */
const TOUCHED_ROW_PX = 28;

export interface GapPictureProps {
  readonly consequence: Consequence;
  readonly word: (name: VariantName) => string;
  readonly chosen: VariantName;
  readonly leaks: boolean;
  readonly onChoose: (name: VariantName) => void;
}

/** The gap between offline and production, a line for each join; the names choose which is looked at. */
export function GapPicture({ consequence, word, chosen, leaks, onChoose }: GapPictureProps) {
  const group = useId();
  const scale = useTextScale();
  const metric = consequence.metrics[0] ?? "auc";
  const rows = consequence.variants.flatMap(({ name, offline, production }): GapRow[] => {
    const [before, after] = [offline[metric], production[metric]];
    return before === undefined || after === undefined ? [] : [{ name, offline: before, production: after }];
  });
  const least = window.matchMedia("(pointer: coarse)").matches ? TOUCHED_ROW_PX : LEAST_ROW_PX;
  const rowPx = Math.round(
    Math.min(MOST_ROW_PX, Math.max(least, ROWS_PX / Math.max(1, rows.length))) * scale,
  );
  const geometry: CSSProperties & Record<`--${string}`, string> = { "--row": `${rowPx}px` };
  return (
    <div className={styles.picture} style={geometry}>
      <fieldset className={styles.names}>
        <legend className="visually-hidden">Join that is shown, by {METRIC_TERMS[metric].word}</legend>
        {rows.map(({ name }) => (
          <label key={name} className={styles.name}>
            <input
              type="radio"
              className={styles.radio}
              name={group}
              value={name}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            <span>{word(name)}</span>
          </label>
        ))}
      </fieldset>
      <Suspense fallback={<LoadingLine>Drawing …</LoadingLine>}>
        <GapChart
          rows={rows}
          axis={scoreAxis(consequence)}
          metric={metric}
          rowPx={rowPx}
          chosen={chosen}
          leaks={leaks}
          onChoose={onChoose}
        />
      </Suspense>
    </div>
  );
}

/** What the marks of the picture mean, in its heading. */
export function GapLegend({ metric }: { readonly metric: MetricName }) {
  const { word } = METRIC_TERMS[metric];
  return (
    <>
      <GlossaryTerm of={word}>{word}</GlossaryTerm> offline <Glyph isFilled={false} /> and in production{" "}
      <Glyph isFilled /> · <GlossaryTerm of={MODEL_TERMS.band.word}>bands</GlossaryTerm> 95 %
    </>
  );
}

function Glyph({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <svg className={styles.glyph} viewBox="-7 -7 14 14" aria-hidden focusable="false">
      <circle className={isFilled ? styles.disc : styles.ring} r={5} />
    </svg>
  );
}
