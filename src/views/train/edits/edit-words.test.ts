import { expect, test } from "vitest";
import type { ColumnChange } from "../../../scenario/edits/column-change";
import type { Edit } from "../../../scenario/edits/edit";
import { columnEditWords } from "./edit-words";

const GROUPS = [
  { name: "usage", eventTime: "at", createdTime: "known_at" },
  { name: "plan", eventTime: "at" },
];
const column = (group: string, name: string, change: ColumnChange): Edit => ({
  kind: "column",
  group,
  column: name,
  change,
});
const earlier: ColumnChange = { kind: "shift", byUs: "-7200000000" };
const later: ColumnChange = { kind: "shift", byUs: "90000000" };

test.each<[Edit[], string[]]>([
  [
    [column("usage", "at", earlier), column("usage", "known_at", earlier)],
    ["All times of usage 2 h earlier"],
  ],
  [[column("usage", "at", earlier)], ["at of usage 2 h earlier"]],
  [
    [column("usage", "at", earlier), column("usage", "known_at", later)],
    ["at of usage 2 h earlier", "known_at of usage 1 min 30 s later"],
  ],
  [
    [
      column("usage", "at", earlier),
      { kind: "delete", group: "usage", row: 0 },
      column("usage", "known_at", earlier),
    ],
    ["at of usage 2 h earlier", "known_at of usage 2 h earlier"],
  ],
  [[column("plan", "at", earlier)], ["All times of plan 2 h earlier"]],
  [[column("usage", "user_id", { kind: "trim" })], ["user_id of usage without blanks around"]],
  [[column("usage", "user_id", { kind: "lower_case" })], ["user_id of usage in small letters"]],
  [
    [column("usage", "user_id", { kind: "pad_zeros", width: 8 })],
    ["user_id of usage with zeros before, up to 8 digits"],
  ],
  [[column("usage", "user_id", { kind: "strip_zeros" })], ["user_id of usage without zeros before"]],
  [[{ kind: "delete", group: "usage", row: 0 }], []],
])("%j", (edits, words) => {
  expect(columnEditWords(edits, GROUPS)).toEqual(words);
});
