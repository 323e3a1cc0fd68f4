import { buildProgram } from "./build-program";

/**
 * The join as a function. It gives the payment of every prediction, or `None`.
 *
 * Python's sort leaves equal rows as they stood, in reverse too, and they stand in the order in which they were created: of
 * equal times the last created is the last.
 */
export const PYTHON_PROGRAM = buildProgram({
  language: "python",
  given:
    "Lists of named tuples: predictions (row, user_id, at) and payments (row, user_id, ts, created), in the order in which they were created. Times are datetimes, ttl is a timedelta.",
  step: "    ",
  prelude: "",
  slots: [
    [["frame_1", 0, "def join(predictions, payments, ttl):"]],
    [["frame_2", 1, "rows = []"]],
    [["frame_3", 1, "for p in predictions:"]],
    [["frame_4", 2, "found = [e for e in payments"]],
    [
      ["same_user", 3, "if e.user_id == p.user_id"],
      ["happened", 3, "if e.ts <= p.at"],
      ["happened_before", 3, "if e.ts < p.at"],
      ["same_date", 3, "if e.ts.date() == p.at.date()"],
      ["known", 3, "if e.created <= p.at"],
      ["fresh", 3, "if e.ts >= p.at - ttl"],
    ],
    [["frame_5", 2, "]"]],
    [
      ["latest", 2, "found.sort(key=lambda e: e.ts)"],
      ["earliest", 2, "found.sort(key=lambda e: e.ts, reverse=True)"],
    ],
    [
      ["own_row", 2, "rows.append(found[-1] if found else None)"],
      ["greatest_of_each", 2, "rows.append([max(c) for c in zip(*found)])"],
    ],
    [["frame_6", 1, "return rows"]],
  ],
});
