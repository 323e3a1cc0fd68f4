import { expect, test } from "vitest";
import { typescriptScript } from "./run-typescript";

const body = async (source: string) => {
  const { script, problem } = await typescriptScript(source);
  // What follows the reader's own text is the runner.
  return problem ?? script?.split("\nreturn typeof join")[0];
};

test("types are taken off, and every line stands where it stood", async () => {
  const source = [
    "type Row = number | null;",
    "interface Event { readonly at: bigint }",
    "export function join(",
    "  predictions: readonly bigint[],",
    "  ttl: bigint | null = null,",
    "): Row[] {",
    "  return predictions.map((at) => (at as unknown as bigint) > 0n ? null! : null satisfies Row);",
    "}",
  ].join("\n");
  const lines = String(await body(source)).split("\n");
  expect(lines).toHaveLength(8);
  expect(lines[2]).toMatch(/^\s*function join\($/);
  expect(lines.join("\n")).not.toMatch(/Row|bigint|unknown|export|interface/);
  expect(lines[6]).toContain("predictions.map((at) =>");
});

test.each([
  ["function join() {\n  return [\n}", 3],
  ["function join() {\n  return [];\n}}", 3],
  ["const x: = 1", 1],
])("of %j a reader is told that it cannot be read, and the line", async (source, line) => {
  expect(await body(source)).toMatchObject({
    kind: "failed",
    message: expect.stringMatching(/^This cannot be read: /),
    line,
  });
});
