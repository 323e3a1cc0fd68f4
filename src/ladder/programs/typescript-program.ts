import { buildProgram } from "./build-program";

/**
 * The join as a function. It gives the payment of every prediction, or `null`.
 *
 * Sorting leaves equal rows as they stood, and they stand in the order in which they were created: of equal times the last
 * created is the last. To sort first and filter then is the same as the other way round.
 */
export const TYPESCRIPT_PROGRAM = buildProgram({
  language: "typescript",
  given:
    "Arrays of predictions { row, user, at, day } and payments { row, user, ts, day, created }, in the order in which they were created. Times are microseconds, day is the date of the first of them; max(rows, c) is the greatest in a column, of cols.",
  step: "  ",
  prelude: `interface Prediction { row: number; user: number; at: number; day: string }
interface Payment { row: number; user: number; ts: number; day: string; created: number }
type Join = (predictions: Prediction[], payments: Payment[], ttl: number) => unknown[]
const cols = ["row", "ts"] as const
const max = (rows: Payment[], c: "row" | "ts") => (rows.length > 0 ? Math.max(...rows.map((e) => e[c])) : null)
`,
  slots: [
    [["frame_1", 0, "const join: Join = (predictions, payments, ttl) =>"]],
    [["frame_2", 1, "predictions.map((p) => {"]],
    [["frame_3", 2, "const found = payments"]],
    [
      ["same_user", 3, ".filter((e) => e.user === p.user)"],
      ["happened", 3, ".filter((e) => e.ts <= p.at)"],
      ["happened_before", 3, ".filter((e) => e.ts < p.at)"],
      ["same_date", 3, ".filter((e) => e.day === p.day)"],
      ["known", 3, ".filter((e) => e.created <= p.at)"],
      ["fresh", 3, ".filter((e) => e.ts >= p.at - ttl)"],
      ["latest", 3, ".toSorted((a, b) => a.ts - b.ts)"],
      ["earliest", 3, ".toSorted((a, b) => b.ts - a.ts)"],
    ],
    [
      ["own_row", 2, "return found.at(-1) ?? null"],
      ["greatest_of_each", 2, "return cols.map((c) => max(found, c))"],
    ],
    [["frame_4", 1, "})"]],
  ],
});
