import type { EntitySlice } from "../../../microfs/core";
import type { HoveredRow } from "../../../state/app";
import { cellTexts } from "./difference-words";
import styles from "./link-drawing.module.css";
import type { JoinDifference } from "./row-differences";
import { type RowLink, WORD_GAP_EM } from "./row-links";

export interface LinkDrawingProps {
  readonly slice: EntitySlice;
  readonly links: readonly RowLink[];
  readonly differences: readonly JoinDifference[];
  /** The row that is hovered in either picture: the cell that it makes is lit with it. */
  readonly hovered: HoveredRow | null;
  readonly sizePx: number;
  /** Where the first picture begins, and the size of both with the gap, pixels. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The moment of the prediction, through the gap. */
  readonly line: { readonly x: number; readonly from: number; readonly to: number } | null;
}

/** What the two joins take differently, over both pictures: a line from mark to mark, and the cell that it changes. */
export function LinkDrawing({
  slice,
  links,
  differences,
  hovered,
  sizePx,
  top,
  width,
  height,
  line,
}: LinkDrawingProps) {
  const differenceOf = (number: number) => differences.find((one) => one.number === number);
  const allCells = (number: number) => {
    const one = differenceOf(number);
    return one === undefined
      ? ""
      : cellTexts(slice, one, (before, after) => `${before} → ${after}`).join("\n");
  };
  const isLit = (number: number) => {
    const { above, below } = differenceOf(number) ?? {};
    return (
      hovered?.join === number && [above, below].some((taken) => taken?.rows.includes(hovered.row) ?? false)
    );
  };
  return (
    <svg className={styles.links} style={{ top }} width={width} height={height} aria-hidden>
      {line !== null && <line className={styles.line} x1={line.x} x2={line.x} y1={line.from} y2={line.to} />}
      {links.map(({ number, paths, label }) => (
        <g key={number} data-lit={isLit(number) || undefined} data-link={number}>
          {paths.map((path) => (
            <path key={path} className={styles.way} d={path} />
          ))}
          {label !== null && (
            <text className={styles.label} x={label.x} y={label.y + sizePx * 0.35} fontSize={sizePx}>
              <title>{allCells(number)}</title>
              {label.words.map(({ text, tone }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the words of one label have no other identity
                <tspan key={i} className={styles[tone]} dx={i === 0 ? 0 : sizePx * WORD_GAP_EM}>
                  {text}
                </tspan>
              ))}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
