import { type CellRow, type GridEntity, joinOf } from "../../../learn/cells/cell-grid";
import { say, WORDS } from "../../../learn/words";
import { formatDay } from "../../../timeline/words/format-moment";
import styles from "./payment-choices.module.css";
import { valueFormat } from "./use-cells";

interface PaymentChoicesProps {
  readonly entity: GridEntity | undefined;
  /** What is on its way into a cell; `undefined` for none. */
  readonly selected: CellRow | undefined;
  readonly onChoose: (row: CellRow) => void;
}

/** What can be put into the cells of an entity: each of its rows in time order, and nothing. */
export function PaymentChoices({ entity, selected, onChoose }: PaymentChoicesProps) {
  if (entity === undefined) return null;
  const join = joinOf(entity);
  const format = valueFormat(entity);
  const inTime = Array.from(join.rows, (row, at) => ({ row, us: join.eventTimesUs[at] ?? 0n })).sort((a, b) =>
    Number(a.us - b.us),
  );
  return (
    <fieldset className={styles.choices} aria-label={say(WORDS.fill.payments, { entity: entity.name })}>
      {inTime.map(({ row, us }) => (
        <button
          key={row}
          type="button"
          className={styles.choice}
          aria-pressed={selected === row}
          onClick={() => onChoose(row)}
        >
          {say(WORDS.fill.payment, { moment: formatDay(us), value: format(row) ?? "" })}
        </button>
      ))}
      <button
        type="button"
        className={styles.choice}
        aria-pressed={selected === null}
        onClick={() => onChoose(null)}
      >
        {WORDS.fill.nothing}
      </button>
    </fieldset>
  );
}
