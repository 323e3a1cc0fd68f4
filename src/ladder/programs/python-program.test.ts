import { expect, test } from "vitest";
import { programText } from "./program-text";
import { PYTHON_PROGRAM } from "./python-program";

test("the right program, in Python", () => {
  expect(programText(PYTHON_PROGRAM, PYTHON_PROGRAM.right)).toBe(
    [
      "def join(predictions, payments, ttl):",
      "    rows = []",
      "    for p in predictions:",
      "        found = [e for e in payments",
      "            if e.user_id == p.user_id",
      "            if e.ts <= p.at",
      "            if e.created <= p.at",
      "            if e.ts >= p.at - ttl",
      "        ]",
      "        found.sort(key=lambda e: e.ts)",
      "        rows.append(found[-1] if found else None)",
      "    return rows",
    ].join("\n"),
  );
});
