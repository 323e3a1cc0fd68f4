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
    "Arrays of predictions { row, userId, at } and payments { row, userId, ts, created }, in the order in which they were created. Times are bigints of microseconds; day(t) is a time’s date, max(rows, c) the greatest in one of the columns.",
  step: "  ",
  prelude: `interface Prediction { row: number; userId: number; at: bigint }
interface Payment { row: number; userId: number; ts: bigint; created: bigint }
type Join = (predictions: Prediction[], payments: Payment[], ttl: bigint) => unknown[]
const columns = ["row", "ts"] as const
const max = (rows: Payment[], c: "row" | "ts") =>
  rows.map((e) => e[c]).reduce<number | bigint | null>((a, b) => (a === null || b > a ? b : a), null)
const day = (t: bigint) => t / 86_400_000_000n
`,
  slots: [
    [["frame_1", 0, "const join: Join = (predictions, payments, ttl) =>"]],
    [["frame_2", 1, "predictions.map((p) => {"]],
    [["frame_3", 2, "const found = payments"]],
    [
      ["same_user", 3, ".filter((e) => e.userId === p.userId)"],
      ["happened", 3, ".filter((e) => e.ts <= p.at)"],
      ["happened_before", 3, ".filter((e) => e.ts < p.at)"],
      ["same_date", 3, ".filter((e) => day(e.ts) === day(p.at))"],
      ["known", 3, ".filter((e) => e.created <= p.at)"],
      ["fresh", 3, ".filter((e) => e.ts >= p.at - ttl)"],
      ["latest", 3, ".toSorted((a, b) => Number(a.ts - b.ts))"],
      ["earliest", 3, ".toSorted((a, b) => Number(b.ts - a.ts))"],
    ],
    [
      ["own_row", 2, "return found.at(-1) ?? null"],
      ["greatest_of_each", 2, "return columns.map((c) => max(found, c))"],
    ],
    [["frame_4", 1, "})"]],
  ],
});
