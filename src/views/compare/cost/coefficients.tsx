import { type CSSProperties, useMemo, useState } from "react";
import type { VariantModel } from "../../../compare/model/model-results";
import { Button } from "../../../ui/controls/button";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { type CoefficientRow, coefficientRows, type InputName, inputWords } from "./coefficient-rows";
import styles from "./cost-tables.module.css";
import { LeakedLinks } from "./feature-leaks";

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

/** The weights of two models beside each other, and how many of those features' cells leak. */
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
      <p className={styles.said}>
        The <GlossaryTerm of="weight">weights</GlossaryTerm> of inputs that move together can split or cancel
        {rows.some(({ inputs }) => inputs.length > 1) &&
          "; inputs that are one column stand in one line, with the sum"}
        .
      </p>
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
              <tr key={nameOf(row.inputs)}>
                <th scope="row" className={styles.name}>
                  {row.inputs.map(({ feature, of }, at) => (
                    <div key={nameOf([{ feature, of }])}>
                      {at > 0 && "= "}
                      {feature} <span className={styles.muted}>{inputWords(of)}</span>
                    </div>
                  ))}
                </th>
                <td>{weightWords(row.weight)}</td>
                {!isReference && <td>{weightWords(row.reference)}</td>}
                <td className={styles.picture}>
                  <Weights row={row} most={most} isReference={isReference} />
                </td>
                <td>
                  <LeakedLinks
                    features={row.inputs.map(({ feature }) => feature)}
                    leaked={leaked}
                    hrefOf={hrefOf}
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

function nameOf(inputs: readonly InputName[]): string {
  return inputs.map(({ feature, of }) => `${feature} ${inputWords(of)}`).join();
}

function weightWords(weight: number | null): string {
  return weight === null ? "–" : formatNumber(weight, { decimals: 2 });
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
