import { useState } from "react";
import { type CellRow, entityOf } from "../../../learn/cells/cell-grid";
import type { CellVerdict, ReadAsJoin } from "../../../learn/cells/read-as-join";
import { say, WORDS } from "../../../learn/words";
import { drawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { formatDay } from "../../../timeline/words/format-moment";
import { CellBoard } from "../fill/cell-board";
import { CellFace } from "../fill/cell-face";
import { type FilledGrid, valueFormat } from "../fill/use-cells";
import styles from "./scored-board.module.css";

interface ScoredBoardProps {
  readonly cells: FilledGrid;
  readonly filled: readonly CellRow[];
  readonly read: ReadAsJoin;
  readonly verdicts: readonly CellVerdict[];
}

/** The cells as they were filled, with what was known beside each that holds something else; and each history at one of them. */
export function ScoredBoard({ cells, filled, read, verdicts }: ScoredBoardProps) {
  const { grid } = cells;
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({});
  /** The cell that an entity's history is shown at: the one that was pressed, else the first that leaks, or is wrong. */
  const shownCell = (entity: number): number => {
    const own = grid.cells.flatMap((cell, number) => (cell.entity === entity ? [number] : []));
    const first = (isIt: (verdict: CellVerdict) => boolean) =>
      own.find((number) => {
        const verdict = verdicts[number];
        return verdict !== undefined && isIt(verdict);
      });
    return (
      chosen[entity] ??
      first(({ leaks }) => leaks) ??
      first(({ isRight }) => !isRight) ??
      own[own.length >> 1] ??
      0
    );
  };
  const besideOf = (number: number): string | null => {
    const [cell, verdict] = [grid.cells[number], verdicts[number]];
    if (cell === undefined || verdict === undefined || verdict.isRight) return null;
    const known = valueFormat(entityOf(grid, cell))(verdict.known);
    return known === null ? WORDS.score.nothingKnown : say(WORDS.score.wasKnown, { value: known });
  };
  return (
    <CellBoard
      filled={cells}
      title={WORDS.fill.column}
      headOf={(day) => say(WORDS.score.asOf, { moment: day })}
      cellOf={(number) => {
        const [cell, verdict] = [grid.cells[number], verdicts[number]];
        if (cell === undefined || verdict === undefined) return null;
        const entity = entityOf(grid, cell);
        const format = valueFormat(entity);
        const value = format(filled[number] ?? null);
        const beside = besideOf(number);
        return (
          <CellFace
            label={[
              say(WORDS.fill.cell, {
                entity: entity.name,
                moment: formatDay(cell.timeUs),
                value: value ?? WORDS.fill.nothing,
              }),
              verdict.leaks ? WORDS.score.leaks : "",
              beside ?? "",
            ]
              .filter((part) => part !== "")
              .join(", ")}
            value={value}
            nothing={WORDS.fill.nothing}
            isChosen={shownCell(cell.entity) === number}
            leaks={verdict.leaks}
            differs={read.differing.has(number)}
            onPress={() => setChosen({ ...chosen, [cell.entity]: number })}
          />
        );
      }}
      besideOf={besideOf}
      historyOf={(entity) => {
        const number = shownCell(entity);
        const cell = grid.cells[number];
        return {
          title: (
            <>
              {say(WORDS.fill.history, { entity: grid.entities[entity]?.name ?? "" })}{" "}
              <span className={styles.at}>
                {say(WORDS.fill.historyAt, { moment: formatDay(cell?.timeUs ?? 0n) })}
              </span>
            </>
          ),
          coordinate: { spineRow: cell?.spineRow ?? 0, join: 0, phase: "write_cell" },
          guess: drawableGuess({ join: 0, row: filled[number] ?? null, isAnswered: true }),
        };
      }}
    />
  );
}
