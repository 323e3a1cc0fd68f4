import { useState } from "react";
import { type CellRow, entityOf } from "../../../learn/cells/cell-grid";
import { isFilled } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { formatDay } from "../../../timeline/words/format-moment";
import { Inlines } from "../../../views/lesson-text/inlines";
import type { DirectiveProps } from "../lesson/lesson-context";
import { CellBoard } from "./cell-board";
import { CellFace } from "./cell-face";
import styles from "./fill.module.css";
import { PaymentChoices } from "./payment-choices";
import { useCells, valueFormat } from "./use-cells";

/** What is selected: a payment on its way into a cell, or a cell that waits for one. */
type Selection =
  | { readonly kind: "cell"; readonly cell: number }
  | {
      readonly kind: "row";
      readonly entity: number;
      readonly row: CellRow;
      /** The cell that waited when it was taken up: its own payments still go there. */
      readonly waiting: number | null;
    };

/** A table that is filled by hand from the histories under it, before any rule is told. */
export function Fill({ directive }: DirectiveProps) {
  const cells = useCells(directive.attributes.scenario ?? "");
  const { grid, filled } = cells;
  const [selected, setSelected] = useState<Selection | null>(() => nextEmpty(filled, null));
  /** The cell that the histories are seen from: the one that waits, or waited last. */
  const [seenFrom, setSeenFrom] = useState(selected?.kind === "cell" ? selected.cell : grid.cells.length - 1);
  const [refusal, setRefusal] = useState<string | null>(null);
  const done = filled.filter((row) => row !== undefined).length;
  const nameOf = (entity: number) => grid.entities[entity]?.name ?? "";
  const dayOf = (cell: number) => formatDay(grid.cells[cell]?.timeUs ?? 0n);

  const select = (next: Selection | null) => {
    setSelected(next);
    if (next?.kind === "cell") setSeenFrom(next.cell);
  };
  const put = (cell: number, row: CellRow) => {
    cells.fill(cell, row);
    setSeenFrom(cell);
    setRefusal(null);
    select(nextEmpty(filled, cell));
  };
  const onRow = (entity: number, row: CellRow) => {
    setRefusal(null);
    const waiting = selected?.kind === "row" ? selected.waiting : (selected?.cell ?? null);
    if (waiting !== null && grid.cells[waiting]?.entity === entity) put(waiting, row);
    else if (selected?.kind === "row" && selected.entity === entity && selected.row === row)
      // Pressed once more, it is put down again.
      select(waiting === null ? null : { kind: "cell", cell: waiting });
    else setSelected({ kind: "row", entity, row, waiting });
  };
  const onCell = (cell: number) => {
    const entity = grid.cells[cell]?.entity ?? -1;
    if (selected?.kind !== "row") return select({ kind: "cell", cell });
    if (selected.entity !== entity)
      return setRefusal(
        say(WORDS.fill.otherEntity, { owner: nameOf(selected.entity), entity: nameOf(entity) }),
      );
    put(cell, selected.row);
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
              isChosen={selected?.kind === "cell" && selected.cell === number}
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
              selected={selected?.kind === "row" && selected.entity === entity ? selected.row : undefined}
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
    if (selected?.kind === "cell") {
      const entity = nameOf(grid.cells[selected.cell]?.entity ?? 0);
      return say(WORDS.fill.askCell, { entity, moment: dayOf(selected.cell) });
    }
    if (selected?.kind === "row") {
      const entity = grid.entities[selected.entity];
      const value = entity === undefined ? null : valueFormat(entity)(selected.row);
      return say(WORDS.fill.carrying, {
        value: value ?? WORDS.fill.nothing,
        entity: nameOf(selected.entity),
      });
    }
    return isFilled(filled)
      ? WORDS.fill.allFilled
      : say(WORDS.fill.filledSoFar, { filled: done, cells: filled.length });
  }
}

const NOT_ANSWERED = drawableGuess({ join: 0, row: null, isAnswered: false });

/** The next cell that waits, after this one and round again; `null` where none does. */
function nextEmpty(filled: readonly (CellRow | undefined)[], after: number | null): Selection | null {
  const from = after === null ? 0 : after + 1;
  for (let i = 0; i < filled.length; i++) {
    const cell = (from + i) % filled.length;
    if (filled[cell] === undefined && cell !== after) return { kind: "cell", cell };
  }
  return null;
}
