import { type RefObject, useEffect, useRef } from "react";
import type { EntitySlice } from "../../microfs/core";
import { valueOfRow } from "../slice-index/slice-index";
import { type Coordinate, joinAt, type MarkRef } from "../step/coordinate";
import { momentOf, verdictsAt } from "../step/step-verdicts";
import { formatMoment } from "../words/format-moment";
import { exactValue } from "../words/format-value";
import { nounOf } from "../words/nouns";
import { spokenDistance } from "../words/verdict-words";
import styles from "./mark-details.module.css";

export interface MarkDetailsProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  readonly mark: MarkRef;
  /** Where the mark stands, pixels of the timeline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of the picture's letters, pixels. */
  readonly textPx: number;
  readonly onClose: () => void;
  /** Where the row can be changed, deleted, or seen elsewhere. */
  readonly actions: RowActions | undefined;
}

/** What can be done with a row beside moving it. */
export interface RowActions {
  /** Not there where nothing can be changed. */
  readonly edits?: {
    readonly change: (mark: MarkRef) => void;
    readonly remove: (mark: MarkRef) => void;
  };
  /** Other places that show the row. */
  readonly links: (mark: MarkRef) => readonly { readonly words: string; readonly href: string }[];
}

/** Its width in sizes of the picture's letters. */
const WIDTH_EM = 23.5;

/** One row in full: every column, nothing rounded. */
export function MarkDetails(props: MarkDetailsProps) {
  const { slice, coordinate, mark, x, y, width, onClose, actions } = props;
  const widthPx = WIDTH_EM * props.textPx;
  const box = useRef<HTMLElement>(null);
  useOpened(box);
  useOutside(box, onClose);
  const join = joinAt(slice, mark.join);
  const row = verdictsAt(slice, join, coordinate.spineRow).ofRow(mark.row);
  if (row === undefined) return null;
  const facts = [
    [
      "event time",
      `${formatMoment(row.eventTime, { year: true })}, ${spokenDistance(row.eventTime, momentOf(slice, coordinate.spineRow))}`,
    ],
    ...(row.createdTime === null ? [] : [["known", formatMoment(row.createdTime, { year: true })]]),
    ...join.columns
      // Its times are said already.
      .filter(({ name }) => name !== join.eventTime && name !== join.createdTime)
      .map((column) => [column.name, exactValue(valueOfRow(join, column, mark.row), column.type)]),
    ["row", `${mark.row} of ${join.fgName}`],
  ];
  return (
    <section
      ref={box}
      className={styles.details}
      onBlur={(event) => {
        const goes = event.relatedTarget;
        if (goes instanceof Element && !event.currentTarget.contains(goes)) onClose();
      }}
      onKeyDown={(event) => {
        // Its keys are its own: the arrows step through the row only outside of it.
        event.stopPropagation();
        if (event.key === "Escape") onClose();
      }}
      aria-label={`This ${nounOf(slice, join).one}`}
      aria-live="polite"
      data-details
      style={{
        left: Math.max(0, Math.min(x - widthPx / 2, width - widthPx)),
        top: y,
        width: Math.min(widthPx, width),
      }}
    >
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        {actions?.edits !== undefined && (
          <>
            <button
              type="button"
              onClick={() => {
                actions.edits?.change(mark);
                onClose();
              }}
            >
              Change …
            </button>
            <button
              type="button"
              onClick={() => {
                actions.edits?.remove(mark);
                onClose();
              }}
            >
              Delete
            </button>
          </>
        )}
        {actions?.links(mark).map(({ words, href }) => (
          <a key={words} href={href}>
            {words}
          </a>
        ))}
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  );
}

/** A press anywhere else closes them; on a mark it opens that one's. */
function useOutside(box: RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || box.current?.contains(target)) return;
      if (target.closest("[data-mark]") === null) latest.current();
    };
    document.addEventListener("pointerdown", onPointerDown, true);
    return () => document.removeEventListener("pointerdown", onPointerDown, true);
  }, [box]);
}

/** Scrolls the details into view. Opened by key, they take the focus, and give it back to the mark when they close. */
function useOpened(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: "nearest" });
    const mark = document.activeElement;
    if (!(mark instanceof SVGElement) || !mark.matches(":focus-visible")) return;
    const lane = mark.closest<SVGElement>("[data-lane]");
    const element = box.current;
    element?.querySelector("button")?.focus();
    return () => {
      // Whoever has gone elsewhere stays there; a deleted row leaves the focus to its lane.
      const { activeElement } = document;
      if (activeElement !== document.body && !element?.contains(activeElement)) return;
      (mark.isConnected ? mark : lane)?.focus();
    };
  }, [box]);
}
