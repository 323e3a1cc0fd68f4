import { useState } from "react";
import { type CellRow, entityOf } from "../../../learn/cells/cell-grid";
import { isFilled } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { formatDay } from "../../../timeline/words/format-moment";
import { Button } from "../../../ui/controls/button";
import { type DirectiveProps, useLesson } from "../lesson/lesson-context";
import { Inlines } from "../text/inlines";
import { CellBoard } from "./cell-board";
import { CellFace } from "./cell-face";
import styles from "./fill.module.css";
import { PaymentChoices } from "./payment-choices";
import { useCells, valueFormat } from "./use-cells";

/** What is selected: a payment on its way into a cell, or a cell that waits for one. */
type Selection =
  | { readonly kind: "cell"; readonly cell: number }
  | { readonly kind: "row"; readonly entity: number; readonly row: CellRow };

/** A table that is filled by hand from the histories under it, before any rule is told. */
export function Fill({ directive }: DirectiveProps) {
  const app = useAppHandle();
  const { lesson } = useLesson();
  const cells = useCells(directive.attributes.scenario ?? "");
  const { grid, filled } = cells;
  const [selected, setSelected] = useState<Selection | null>(() => nextEmpty(filled, null));
  const [refusal, setRefusal] = useState<string | null>(null);
  const done = filled.filter((row) => row !== undefined).length;
  const nameOf = (entity: number) => grid.entities[entity]?.name ?? "";
  const dayOf = (cell: number) => formatDay(grid.cells[cell]?.timeUs ?? 0n);

  const put = (cell: number, row: CellRow) => {
    cells.fill(cell, row);
    setRefusal(null);
  };
  const onRow = (entity: number, row: CellRow) => {
    setRefusal(null);
    if (selected?.kind === "cell" && grid.cells[selected.cell]?.entity === entity) {
      put(selected.cell, row);
      setSelected(nextEmpty(filled, selected.cell));
    } else
      setSelected(
        selected?.kind === "row" && selected.entity === entity && selected.row === row
          ? null
          : { kind: "row", entity, row },
      );
  };
  const onCell = (cell: number) => {
    const entity = grid.cells[cell]?.entity ?? -1;
    if (selected?.kind !== "row") return setSelected({ kind: "cell", cell });
    if (selected.entity !== entity)
      return setRefusal(
        say(WORDS.fill.otherEntity, { owner: nameOf(selected.entity), entity: nameOf(entity) }),
      );
    put(cell, selected.row);
    setSelected(nextEmpty(filled, cell));
  };
  const next = lesson.parts[lesson.parts.indexOf(partOf(lesson.parts, app.state.getState().route.part)) + 1];

  return (
    <div className={styles.fill}>
      {directive.label.length > 0 && (
        <p className={styles.question}>
          <Inlines inlines={directive.label} />
        </p>
      )}
      <p className={styles.status} role="status">
        {refusal ?? statusOf()}
      </p>
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
      <div className={styles.foot}>
        <Button
          variant="primary"
          aria-disabled={!isFilled(filled)}
          onClick={() => {
            if (isFilled(filled)) goTo(app, { part: next ?? null }, "push");
            else setRefusal(say(WORDS.fill.filledSoFar, { filled: done, cells: grid.cells.length }));
          }}
        >
          {WORDS.fill.score}
        </Button>
      </div>
    </div>
  );

  function shownRow(entity: number): number {
    const cell = selected?.kind === "cell" ? grid.cells[selected.cell] : undefined;
    const own = grid.cells.filter((one) => one.entity === entity);
    return (cell?.entity === entity ? cell : own[cell?.moment ?? 0])?.spineRow ?? 0;
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

function partOf(parts: readonly string[], part: string | null): string {
  return part !== null && parts.includes(part) ? part : (parts[0] ?? "");
}
