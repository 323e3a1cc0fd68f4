import { useMemo, useRef } from "react";
import type { Consequence } from "../../../compare/model/model-results";
import type { ViewVariant } from "../../../compare/variant";
import type { VariantName } from "../../../terms/variants";
import { usePageText, useWidth } from "../../../timeline/use-size";
import type { CompareProgress, CompareSummary } from "../../../worker/compare/compare-results";
import { scoreAxis } from "../scores";
import { JoinLine } from "./join-line";
import styles from "./joins-table.module.css";
import { widestNumbers } from "./line-cells";
import { type ComparedPlace, tableColumns } from "./table-columns";
import { TableHead } from "./table-head";
import { useTableFocus } from "./use-table-focus";

export interface JoinsTableProps {
  /** The joins compared, in the order of the menu. */
  readonly menu: readonly ViewVariant[];
  readonly word: (name: VariantName) => string;
  /** `null` where all are compared with the view's own: then only the one below is chosen. */
  readonly above: VariantName | null;
  readonly below: VariantName;
  readonly onChoose: (place: ComparedPlace, name: VariantName) => void;
  /** What was counted; `null` while nothing was yet. */
  readonly summary: CompareSummary | null;
  /** What the models say; `null` while there is nothing yet. */
  readonly consequence: Consequence | null;
  /** Whether there are models, or will be: else nothing is said of them. */
  readonly hasScores: boolean;
  /** While models are being trained: how far that is, `null` before the first word of it. Else `undefined`. */
  readonly training: CompareProgress | null | undefined;
  /** Which numbers are those from before the last edit, while newer ones are made. */
  readonly updating: "counts" | "scores" | null;
}

const FALLBACK_WIDTH = 1216;
/** A rem of the page's usual text, and how much larger it is for a projector. */
const REM_PX = 16;
const LARGE_EM = 1.334;

/** The joins compared, one a line: which two are looked at, what each does to the training set, and what a model makes of it. */
export function JoinsTable(props: JoinsTableProps) {
  const { menu, above, below, word, onChoose, summary, consequence, hasScores, training, updating } = props;
  const frame = useRef<HTMLElement>(null);
  const widthPx = useWidth(frame, FALLBACK_WIDTH);
  const { size, scale } = usePageText();
  const remPx = REM_PX * scale * (size === "large" ? LARGE_EM : 1);
  const places = useMemo(
    (): readonly (readonly [ComparedPlace, VariantName])[] => [
      ...(above === null ? [] : [["above", above] as const]),
      ["below", below],
    ],
    [above, below],
  );
  const laidOut = useMemo(
    () => tableColumns(widthPx / remPx, places.length, hasScores, widestNumbers(summary)),
    [widthPx, remPx, places.length, hasScores, summary],
  );
  const metric = consequence?.metrics[0] ?? "auc";
  const domain = consequence && scoreAxis(consequence);
  const counts = new Map(summary?.variants.map((one) => [one.name, one]));
  const models = new Map(consequence?.variants.map((one) => [one.name, one]));
  const { columns, choiceRem, joinRem, layout } = laidOut;
  const names = columns.map(({ name }) => name);
  const { focusOf, grid } = useTableFocus({
    columnIds: [...places.map(([place]) => place), "join", ...names],
    rowCount: menu.length + 1,
    start: { rowIndex: menu.findIndex(({ name }) => name === below) + 1, columnId: "below" },
  });
  // Only what does not all fit is scrolled under the names.
  const stuckRem = layout === "whole" ? 0 : choiceRem;
  const widthRem = places.length * choiceRem + joinRem + columns.reduce((total, { rem }) => total + rem, 0);
  return (
    <section ref={frame} className={styles.frame} aria-label="The joins compared">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its keys are a grid's, and it is laid out as a table
        role="grid"
        aria-label="The joins compared"
        {...grid}
        className={styles.table}
        data-layout={layout}
        data-updating={updating ?? undefined}
        aria-busy={summary === null || training !== undefined || updating !== null}
        style={{ minWidth: `${widthRem}rem` }}
      >
        <colgroup>
          {places.map(([place]) => (
            <col key={place} style={{ width: `${choiceRem}rem` }} />
          ))}
          <col style={{ width: `${joinRem}rem` }} />
          {columns.map(({ name, rem }) => (
            <col key={name} style={{ width: `${rem}rem` }} />
          ))}
        </colgroup>
        <thead>
          <TableHead
            places={places.map(([place]) => place)}
            columns={names}
            own={word("own")}
            focus={focusOf(0)}
            {...{ metric, domain, training, stuckRem }}
          />
        </thead>
        <tbody>
          {menu.map(({ name }, i) => (
            <JoinLine
              key={name}
              name={name}
              word={word(name)}
              own={word("own")}
              row={i + 1}
              focus={focusOf(i + 1)}
              columns={names}
              counts={counts.get(name)}
              model={models.get(name)}
              {...{ places, onChoose, metric, domain, stuckRem }}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
