import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import type { ChangeContext } from "./change-words";
import { ReasonTable } from "./reason-table";

afterEach(cleanup);

const line = (number: number, change: Partial<WhyEmptyLine>): WhyEmptyLine => ({
  number,
  join: number,
  fgName: `group ${number}`,
  reason: "no_entity",
  cause: "key_trim",
  cells: 10,
  rows: 10,
  nearest: {
    trainingRow: 0,
    spineRow: 0,
    timeUs: 0n,
    asked: ["5"],
    way: null,
    byUs: null,
    nearest: { row: 1, written: ["5 "], eventUs: 0n },
    nullColumns: [],
  },
  offer: null,
  ...change,
});
const trim = (fills: number, at = 0): WhyEmptyLine["offer"] => ({
  change: {
    kind: "edits",
    edits: [{ kind: "column", group: `group ${at}`, column: "user_id", change: { kind: "trim" } }],
  },
  byUs: null,
  assumes: null,
  isAtLeast: false,
  fills,
  filled: fills,
  filledIn: at === 0 ? [fills] : [0, fills],
  emptied: 0,
});

interface TableProps {
  readonly summary: WhyEmptySummary;
  readonly context: ChangeContext;
  readonly onApply: () => void;
}

function Table({ summary, context, onApply }: TableProps) {
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map());
  return (
    <ReasonTable
      summary={summary}
      contextOf={() => context}
      best={summary.lines[0] ?? null}
      isUpdating={false}
      onApply={onApply}
      opened={opened}
      onOpen={(name, rows) => setOpened(new Map(rows === null ? [] : [[name, rows]]))}
    />
  );
}

function show(...lines: WhyEmptyLine[]) {
  const onApply = vi.fn();
  const summary: WhyEmptySummary = {
    viewName: "view",
    emptyCells: 30,
    joinedCells: 100,
    clockUs: null,
    on: lines.map(() => ({ spineColumns: ["user_id"], featureColumns: ["user_id"] })),
    lines,
    justMissed: [],
  };
  const context = { fgName: "usage", labelFg: "predictions", ttlUs: null, delayUs: 0n, clockUs: null };
  render(<Table summary={summary} context={context} onApply={onApply} />);
  return onApply;
}
const rows = () => screen.getAllByRole("row").slice(1);
const texts = () =>
  rows().map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll("\u00a0", " ")));

test("a line names its reason, counts its cells, and says what came nearest and what would fill them", () => {
  const onApply = show(
    line(0, { cells: 3841, offer: trim(3754) }),
    line(1, { reason: "null_key", cause: "null_key", cells: 2 }),
  );
  expect(texts()).toEqual([
    [
      "▸no such entitygroup 0",
      "3 841",
      "“5” is not there, “5blank” is",
      "Read user_id without blanks",
      "fills 3 754",
    ],
    ["▸null keygroup 1", "2", "user_id is null in 10 predictions", "none: there is nobody to look up", "–"],
  ]);
  fireEvent.click(screen.getByRole("button", { name: "Read user_id without blanks" }));
  expect(onApply).toHaveBeenCalledTimes(1);
});

test("joins of one reason are one line, with the best change of them, that opens them", () => {
  show(line(0, { cells: 10, offer: trim(2) }), line(1, { cells: 4, offer: trim(3, 1) }));
  expect(texts().map(([name, cells, , , fills]) => [name, cells, fills])).toEqual([
    ["▸no such entity", "14", "fills 3"],
  ]);
  fireEvent.click(within(rows()[0] as HTMLElement).getByRole("button", { name: "no such entity" }));
  expect(texts().map(([name, cells, , , fills]) => [name, cells, fills])).toEqual([
    ["▾no such entity", "14", "fills 3"],
    ["▸group 1", "4", "fills 3"],
    ["▸group 0", "10", "fills 2"],
  ]);
});
