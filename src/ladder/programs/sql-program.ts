import { TTL_DAYS } from "../rule";
import { buildProgram } from "./build-program";

/** The join as a query. It gives a row for every prediction, and the payment's own row and time beside it. */
export const SQL_PROGRAM = buildProgram({
  language: "sql",
  given:
    "predictions(row, user_id, at) and payments(row, user_id, ts, created). Payments are numbered in the order in which they were created.",
  step: "  ",
  prelude: "",
  slots: [
    [["frame_1", 0, "SELECT p.row, f.row, f.ts"]],
    [["frame_2", 0, "FROM predictions p LEFT JOIN LATERAL ("]],
    [
      ["own_row", 1, "SELECT e.row, e.ts"],
      ["greatest_of_each", 1, "SELECT max(e.row) AS row, max(e.ts) AS ts"],
    ],
    [["frame_3", 1, "FROM payments e WHERE true"]],
    [
      ["same_user", 2, "AND e.user_id = p.user_id"],
      ["happened", 2, "AND e.ts <= p.at"],
      ["happened_before", 2, "AND e.ts < p.at"],
      ["same_date", 2, "AND date(e.ts) = date(p.at)"],
      ["known", 2, "AND e.created <= p.at"],
      ["fresh", 2, `AND e.ts >= p.at - INTERVAL '${TTL_DAYS} days'`],
    ],
    [
      ["latest", 1, "ORDER BY ts DESC, row DESC"],
      ["earliest", 1, "ORDER BY ts ASC, row DESC"],
    ],
    [["frame_4", 1, "LIMIT 1 ) f ON true"]],
  ],
});
