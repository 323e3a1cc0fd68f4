import { expect, test } from "vitest";
import { programText } from "./program-text";
import { TYPESCRIPT_PROGRAM } from "./typescript-program";

test("the right program, in TypeScript", () => {
  expect(programText(TYPESCRIPT_PROGRAM, TYPESCRIPT_PROGRAM.right)).toBe(
    [
      "const join: Join = (predictions, payments, ttl) =>",
      "  predictions.map((p) => {",
      "    const found = payments",
      "      .filter((e) => e.user === p.user)",
      "      .filter((e) => e.ts <= p.at)",
      "      .filter((e) => e.created <= p.at)",
      "      .filter((e) => e.ts >= p.at - ttl)",
      "      .toSorted((a, b) => a.ts - b.ts)",
      "    return found.at(-1) ?? null",
      "  })",
    ].join("\n"),
  );
});
