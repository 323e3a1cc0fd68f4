import { type CSSProperties, useMemo, useState } from "react";
import type { VariantModel } from "../../../compare/model/model-results";
import { Button } from "../../../ui/controls/button";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { formatScore } from "../scores";
import { type CoefficientRow, coefficientRows, difference, inputWords } from "./coefficient-rows";
import styles from "./cost-tables.module.css";

const SHOWN_AT_FIRST = 10;

export interface CoefficientsProps {
  readonly chosen: VariantModel;
  readonly reference: VariantModel;
  readonly counts: VariantCounts;
  /** What the two are called. */
  readonly word: string;
  readonly referenceWord: string;
  /** The page of a feature's leaked cells. */
  readonly hrefOf: (feature: string) => string;
}

/** The weights of two models beside each other: what the leaky one leans on, and how many of those cells leak. */
export function Coefficients(props: CoefficientsProps) {
  const { chosen, reference, counts, word, referenceWord, hrefOf } = props;
  const [showsAll, showAll] = useState(false);
  const isReference = chosen.name === reference.name;
  const rows = useMemo(
    () => coefficientRows(chosen.coefficients, reference.coefficients),
    [chosen, reference],
  );
  const shown = isReference
    ? [...rows].sort((a, b) => Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0))
    : rows;
  const most = Math.max(
    ...rows.flatMap(({ weight, reference: other }) => [Math.abs(weight ?? 0), Math.abs(other ?? 0)]),
  );
  const leaked = new Map(counts.features.map((feature) => [feature.name, feature.leaked]));
  return (
    <>
      <p className={styles.said}>{leanWords(shown[0], { word, referenceWord, isReference })}</p>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                input
              </th>
              <th scope="col">{word}</th>
              {!isReference && <th scope="col">{referenceWord}</th>}
              <th scope="col" className={styles.picture}>
                <span className="visually-hidden">both as bars</span>
              </th>
              <th scope="col">leaked cells</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, showsAll ? undefined : SHOWN_AT_FIRST).map((row) => (
              <tr key={`${row.feature} ${inputWords(row.of)}`}>
                <th scope="row" className={styles.name}>
                  {row.feature} <span className={styles.muted}>{inputWords(row.of)}</span>
                </th>
                <td>{row.weight === null ? "–" : formatScore(row.weight)}</td>
                {!isReference && <td>{row.reference === null ? "–" : formatScore(row.reference)}</td>}
                <td className={styles.picture}>
                  <Weights row={row} most={most} isReference={isReference} />
                </td>
                <td>
                  <LeakedLink
                    feature={row.feature}
                    cells={leaked.get(row.feature) ?? 0}
                    href={hrefOf(row.feature)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN_AT_FIRST && (
        <Button variant="link" aria-expanded={showsAll} onClick={() => showAll(!showsAll)}>
          {showsAll ? "Fewer" : `All ${countOf(rows.length, "input")}`}
        </Button>
      )}
    </>
  );
}

/** The input that the two lean on most differently. */
function leanWords(
  row: CoefficientRow | undefined,
  { word, referenceWord, isReference }: { word: string; referenceWord: string; isReference: boolean },
): string {
  if (row === undefined) return "The model has no inputs.";
  const input = [row.feature, inputWords(row.of)].filter(Boolean).join(" ");
  const weight = row.weight ?? 0;
  if (isReference) return `${word} leans most on ${input}, with a weight of ${formatScore(weight)}.`;
  if (difference(row) < 0.005) return `Both lean on the same inputs, with the same weights.`;
  return `The two differ most in ${input}: ${word} ${given(row.weight)}, ${referenceWord} ${given(row.reference)}.`;
}

function given(weight: number | null): string {
  return weight === null ? "has no such input" : `gives it a weight of ${formatScore(weight)}`;
}

/** Both weights around a common zero: the one looked at as a bar, the reference as a tick. */
function Weights({ row, most, isReference }: { row: CoefficientRow; most: number; isReference: boolean }) {
  const at = (value: number | null) => 50 + (48 * (value ?? 0)) / (most || 1);
  const [from, to] = [Math.min(50, at(row.weight)), Math.max(50, at(row.weight))];
  const bar: CSSProperties = { insetInlineStart: `${from}%`, inlineSize: `${to - from}%` };
  const tick: CSSProperties = { insetInlineStart: `${at(row.reference)}%` };
  return (
    <div className={styles.weights} aria-hidden>
      <div className={styles.weight} style={bar} />
      {!isReference && row.reference !== null && <div className={styles.tick} style={tick} />}
    </div>
  );
}

/** How many cells leak, as a link to them; nothing to follow where none does. */
export function LeakedLink({ feature, cells, href }: { feature: string; cells: number; href: string }) {
  if (cells === 0) return <span className={styles.none}>0</span>;
  return (
    <a className={styles.leaked} href={href} aria-label={`${countOf(cells, "leaked cell")} of ${feature}`}>
      {formatNumber(cells)}
    </a>
  );
}
