import { transform } from "sucrase";
import type { PlainTables } from "./plain-tables";

type Answer = { readonly row: number; readonly ts: bigint } | readonly [number | null, bigint | null] | null;

/** What a program gives for each prediction, as `cellsOf` writes it. Its types are taken off first. */
export function runTypeScript(
  source: string,
  { predictions, payments }: PlainTables,
  ttlUs: bigint,
): string[] {
  const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
  const join: (p: unknown, e: unknown, ttl: bigint) => readonly Answer[] = new Function(
    `${code}\nreturn join`,
  )();
  return join(predictions, [...payments], ttlUs).map((answer) => {
    if (answer === null) return "none";
    const [row, ts] = "row" in answer ? [answer.row, answer.ts] : answer;
    return row === null ? "none" : `${row} ${ts}`;
  });
}
