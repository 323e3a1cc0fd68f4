import { expect, test } from "vitest";
import { programText } from "./program-text";
import { SQL_PROGRAM } from "./sql-program";

test("the right program, in SQL", () => {
  expect(programText(SQL_PROGRAM, SQL_PROGRAM.right)).toBe(
    [
      "SELECT p.row, f.row, f.ts",
      "FROM predictions p LEFT JOIN LATERAL (",
      "  SELECT e.row, e.ts",
      "  FROM payments e WHERE true",
      "    AND e.user_id = p.user_id",
      "    AND e.ts <= p.at",
      "    AND e.created <= p.at",
      "    AND e.ts >= p.at - INTERVAL '4 days'",
      "  ORDER BY ts DESC, row DESC",
      "  LIMIT 1 ) f ON true",
    ].join("\n"),
  );
});
