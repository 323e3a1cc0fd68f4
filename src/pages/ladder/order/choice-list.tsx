import { Fragment, type KeyboardEvent, type PointerEvent } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import type { Arrangement } from "../../../ladder/programs/program";
import type { ChoiceGroup } from "./line-choices";
import styles from "./lines.module.css";

export interface ChoiceListProps {
  readonly groups: readonly ChoiceGroup[];
  readonly arrangement: Arrangement;
  /** The one that Tab leads to. */
  readonly stop: LineId | null;
  /** The one that is being dragged. */
  readonly dragged: LineId | null;
  readonly onPress: (id: LineId) => void;
  /** It is hovered or has the focus, or none is. */
  readonly onLook: (id: LineId | null) => void;
  readonly onFocus: (id: LineId) => void;
  readonly onKeyDown: (event: KeyboardEvent, id: LineId) => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, id: LineId) => void;
}

/** The lines that a program can be built of. What is in the program already stands there in grey, and can be put back. */
export function ChoiceList(props: ChoiceListProps) {
  const { groups, arrangement, stop, dragged, onPress, onLook, onFocus, onKeyDown } = props;
  const placed = new Set(arrangement.map(({ id }) => id));
  return (
    <div className={styles.choices} data-side="choices">
      {groups.map((group) => (
        <ul
          key={group[0]?.id}
          className={styles.group}
          data-several={group.length > 1 || undefined}
          aria-label={group.length > 1 ? "One of these belongs" : "One line"}
        >
          {group.map(({ id, text }) => (
            <li key={id} className={styles.choice} data-placed={placed.has(id) || undefined}>
              <button
                type="button"
                className={styles.take}
                data-line={id}
                data-dragged={dragged === id || undefined}
                aria-pressed={placed.has(id)}
                tabIndex={id === stop ? 0 : -1}
                onClick={() => onPress(id)}
                onFocus={() => {
                  onFocus(id);
                  onLook(id);
                }}
                onBlur={() => onLook(null)}
                onPointerEnter={(event) => event.pointerType === "mouse" && onLook(id)}
                onPointerLeave={() => onLook(null)}
                onKeyDown={(event) => onKeyDown(event, id)}
                onPointerDown={(event) => {
                  if (!placed.has(id)) props.onPointerDown(event, id);
                }}
              >
                <Grip isHidden={placed.has(id)} />
                <code className={styles.text}>{text}</code>
                {placed.has(id) && <span className={styles.there}>in your program</span>}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

/** What a line is taken by. A finger that comes down on it takes the line at once. */
export function Grip({ isHidden = false }: { readonly isHidden?: boolean }) {
  return (
    <span className={styles.grip} data-grip={isHidden ? undefined : ""} aria-hidden>
      {!isHidden && (
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          {[1, 7, 13].map((y) => (
            <Fragment key={y}>
              <circle cx="1.5" cy={y} r="1.2" />
              <circle cx="6.5" cy={y} r="1.2" />
            </Fragment>
          ))}
        </svg>
      )}
    </span>
  );
}
