import { transform } from "sucrase";
import { formatTime } from "../../microfs/core";
import type { JoinInput } from "../../sandbox/join-run";
import type { PlainTables } from "./plain-tables";

type Answer = { readonly row: number; readonly ts: number } | readonly [number | null, number | null] | null;

/** What a program of the first rungs gives for each prediction, as `cellsOf` writes it. */
export function runTypeScript(
  source: string,
  { predictions, payments }: PlainTables,
  ttlUs: bigint,
): string[] {
  const join: (p: unknown, e: unknown, ttl: number) => readonly Answer[] = joinOf(source);
  const date = (us: bigint) => formatTime(us).slice(0, "2025-11-05".length);
  const asked = predictions.map(({ row, userId, at }) => ({
    row,
    user: userId,
    at: Number(at),
    day: date(at),
  }));
  const rows = payments.map(({ row, userId, ts, created }) => {
    return { row, user: userId, ts: Number(ts), day: date(ts), created: Number(created) };
  });
  return join(asked, rows, Number(ttlUs)).map((answer) => {
    if (answer === null) return "none";
    const [row, ts] = "row" in answer ? [answer.row, answer.ts] : answer;
    return row === null ? "none" : `${row} ${ts}`;
  });
}

/** Runs a written program: per prediction a row number or nothing. */
export function runWrittenTypeScript(source: string, input: JoinInput): (number | null)[] {
  const { predictionsUs, eventTimesUs, knownAtUs, ttlUs } = input;
  return joinOf(source)([...predictionsUs], [...eventTimesUs], [...knownAtUs], ttlUs);
}

/** A program's function, its types taken off. */
function joinOf(source: string) {
  const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
  return new Function(`${code}\nreturn join`)();
}
