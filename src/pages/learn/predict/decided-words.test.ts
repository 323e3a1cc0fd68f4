import { expect, test } from "vitest";
import { practiceItem } from "../../../learn/practice/practice-item";
import { decidedWords } from "./decided-words";

const MOMENT = "\\d+ [A-Z][a-z]{2} \\d\\d:\\d\\d";

test("of a feature that leaks, it is said that its row became known after the moment", () => {
  for (let seed = 0; seed < 5; seed++) {
    const { asked } = practiceItem("leak", seed);
    const said = decidedWords(asked) ?? "";
    const [known, moment] =
      new RegExp(`known only at (${MOMENT}), after (${MOMENT})`).exec(said)?.slice(1) ?? [];
    expect(Date.parse(`${known} 2026`)).toBeGreaterThan(Date.parse(`${moment} 2026`));
    const join = asked.right.slice("join:".length);
    expect(said.startsWith(`${asked.scenario.view.joins[Number(join)]?.fgName} takes `)).toBe(true);
  }
});

test("of the rows of an as-of join, each moment is named with what goes into its row", () => {
  const { asked } = Array.from({ length: 20 }, (_, seed) => practiceItem("rows", seed)).find(
    ({ belief }) => belief === "multiplies",
  ) ?? { asked: undefined };
  if (asked === undefined) throw new Error("no question asks how many rows there are");
  const said = decidedWords(asked) ?? "";
  expect(said.match(new RegExp(`into that of ${MOMENT}`, "g"))).toHaveLength(asked.slice.spine.rows.length);
});

test("where a step of one row says why, nothing is added", () => {
  expect(decidedWords(practiceItem("closest", 1).asked)).toBeNull();
});
