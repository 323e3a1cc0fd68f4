import { useState } from "react";
import { type CellRow, entityOf } from "../../../learn/cells/cell-grid";
import { isFilled } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { formatDay } from "../../../timeline/words/format-moment";
import type { DirectiveProps } from "../lesson/lesson-context";
import { Inlines } from "../text/inlines";
import { CellBoard } from "./cells/cell-board";
import { CellFace } from "./cells/cell-face";
import { PaymentChoices } from "./cells/payment-choices";
import { useCells, valueFormat } from "./cells/use-cells";
import styles from "./fill.module.css";

/** What is held: a payment on its way into a cell, or a cell that waits for one. */
type Held =
  | { readonly kind: "cell"; readonly cell: number }
  | { readonly kind: "row"; readonly entity: number; readonly row: CellRow };

/** A table that is filled by hand from the histories under it, before any rule is told. */
export function Fill({ directive }: DirectiveProps) {
  const cells = useCells(directive.attributes.scenario ?? "");
  const { grid, filled } = cells;
  const [held, setHeld] = useState<Held | null>(() => nextEmpty(filled, null));
  /** The cell that the histories are seen from: the one that waits, or waited last. */
  const [seenFrom, setSeenFrom] = useState(held?.kind === "cell" ? held.cell : grid.cells.length - 1);
  const [refusal, setRefusal] = useState<string | null>(null);
  const done = filled.filter((row) => row !== undefined).length;
  const nameOf = (entity: number) => grid.entities[entity]?.name ?? "";
  const dayOf = (cell: number) => formatDay(grid.cells[cell]?.timeUs ?? 0n);

  const hold = (next: Held | null) => {
    setHeld(next);
    if (next?.kind === "cell") setSeenFrom(next.cell);
  };
  const put = (cell: number, row: CellRow) => {
    cells.fill(cell, row);
    setSeenFrom(cell);
    setRefusal(null);
    hold(nextEmpty(filled, cell));
  };
  const onRow = (entity: number, row: CellRow) => {
    setRefusal(null);
    if (held?.kind === "cell" && grid.cells[held.cell]?.entity === entity) {
      put(held.cell, row);
    } else
      setHeld(
        held?.kind === "row" && held.entity === entity && held.row === row
          ? null
          : { kind: "row", entity, row },
      );
  };
  const onCell = (cell: number) => {
    const entity = grid.cells[cell]?.entity ?? -1;
    if (held?.kind !== "row") return hold({ kind: "cell", cell });
    if (held.entity !== entity)
      return setRefusal(say(WORDS.fill.otherEntity, { owner: nameOf(held.entity), entity: nameOf(entity) }));
    put(cell, held.row);
  };

  return (
    <div className={styles.fill}>
      <div className={styles.asks}>
        <p className={styles.question}>
          <Inlines inlines={directive.label} />
        </p>
        <p className={styles.status} role="status">
          {refusal ?? statusOf()}
        </p>
      </div>
      <CellBoard
        filled={cells}
        title={WORDS.fill.column}
        headOf={(day) => say(WORDS.fill.on, { moment: day })}
        cellOf={(number) => {
          const cell = grid.cells[number];
          if (cell === undefined) return null;
          const entity = entityOf(grid, cell);
          const row = filled[number];
          const value = row === undefined ? undefined : valueFormat(entity)(row);
          return (
            <CellFace
              label={say(WORDS.fill.cell, {
                entity: entity.name,
                moment: dayOf(number),
                value: value === undefined ? WORDS.fill.empty : (value ?? WORDS.fill.nothing),
              })}
              value={value}
              nothing={WORDS.fill.nothing}
              isChosen={held?.kind === "cell" && held.cell === number}
              onPress={() => onCell(number)}
            />
          );
        }}
        historyOf={(entity) => ({
          title: say(WORDS.fill.history, { entity: nameOf(entity) }),
          coordinate: {
            spineRow: shownRow(entity),
            join: 0,
            phase: "find_entity",
          },
          guess: NOT_ANSWERED,
          onPick: ({ row }) => onRow(entity, row),
          below: (
            <PaymentChoices
              entity={grid.entities[entity]}
              held={held?.kind === "row" && held.entity === entity ? held.row : undefined}
              onChoose={(row) => onRow(entity, row)}
            />
          ),
        })}
      />
    </div>
  );

  function shownRow(entity: number): number {
    const own = grid.cells.filter((one) => one.entity === entity);
    return own[grid.cells[seenFrom]?.moment ?? 0]?.spineRow ?? 0;
  }

  function statusOf(): string {
    if (held?.kind === "cell") {
      const entity = nameOf(grid.cells[held.cell]?.entity ?? 0);
      return say(WORDS.fill.askCell, { entity, moment: dayOf(held.cell) });
    }
    if (held?.kind === "row") {
      const entity = grid.entities[held.entity];
      const value = entity === undefined ? null : valueFormat(entity)(held.row);
      return say(WORDS.fill.carrying, { value: value ?? WORDS.fill.nothing, entity: nameOf(held.entity) });
    }
    return isFilled(filled)
      ? WORDS.fill.allFilled
      : say(WORDS.fill.filledSoFar, { filled: done, cells: filled.length });
  }
}

const NOT_ANSWERED = { join: 0, row: null, isAnswered: false } as const;

/** The next cell that waits, after this one and round again; `null` where none does. */
function nextEmpty(filled: readonly (CellRow | undefined)[], after: number | null): Held | null {
  const from = after === null ? 0 : after + 1;
  for (let i = 0; i < filled.length; i++) {
    const cell = (from + i) % filled.length;
    if (filled[cell] === undefined && cell !== after) return { kind: "cell", cell };
  }
  return null;
}
