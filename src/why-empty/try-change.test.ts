import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { explained, planted, toEnd } from "./testing/planted";
import { tryChange } from "./try-change";

test("a change of the predictions' keys empties what other joins found by them", async () => {
  const { joined, empty } = await explained(
    await planted({
      asks: [
        ["A", 6],
        ["B", 6],
        ["c", 6],
      ],
      usage: [
        ["a", 5],
        ["b", 5],
      ],
      others: { plans: ["A", "B"], visits: ["A", "c"] },
    }),
  );
  const edit = { kind: "column", group: "asks", column: "user", change: { kind: "lower_case" } } as const;
  const { filled, emptied } = toEnd(tryChange(joined, empty, { kind: "edits", edits: [edit] }));
  expect({ filled, emptied }).toEqual({ filled: 2, emptied: 3 });
});
