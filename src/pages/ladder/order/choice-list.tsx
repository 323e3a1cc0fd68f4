import type { KeyboardEvent, PointerEvent } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import type { Arrangement } from "../../../ladder/programs/program";
import { Grip } from "./grip";
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

/** The lines that a program can be built of. What is in the program already stands there in grey and with a tick, and can be put back. */
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
                {placed.has(id) ? (
                  <span className={styles.grip} aria-hidden>
                    ✓
                  </span>
                ) : (
                  <Grip />
                )}
                <code className={styles.text}>{text}</code>
                {placed.has(id) && (
                  <span className={styles.there}>
                    {/* Where it has no room beside the line it goes to a next one, which is not seen. */}
                    &#8203;<span>in your program</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}
