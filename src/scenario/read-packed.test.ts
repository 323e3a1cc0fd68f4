import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { MOST_BYTES_IN_A_LINK } from "./link-limits";
import { pack, unpack } from "./pack";
import { readPackedEdits, readPackedScenario } from "./read-packed";
import { DEMO_SAMPLE } from "./samples/demo-sample";
import type { InlineRow, Scenario } from "./scenario";

/** The text of a link that carries these bytes. */
function packed(bytes: Uint8Array): string {
  return `1${Buffer.from(bytes).toString("base64url")}`;
}

/** The demo with so many payments in the place of its own. */
function demoWith(numRows: number): Scenario {
  const [activity, payments] = DEMO_SAMPLE.groups;
  if (activity === undefined || payments === undefined) throw new Error("the demo has two groups");
  const rows = Array.from(
    { length: numRows },
    (_, i): InlineRow => ({ user_id: String(i), total_spend: i, timestamp: "2025-11-03T12:00:00Z" }),
  );
  return { ...DEMO_SAMPLE, groups: [activity, { ...payments, rows: { kind: "inline", rows } }] };
}

function problemsOf(text: string): string {
  const read = readPackedScenario(text);
  return read.ok ? "none" : read.problems.join(" ");
}

describe("a packed text", () => {
  test.each(["", "2abc", "1!!!", "1", packed(deflateSync(strToU8("{}")).subarray(0, 2))])(
    "that is damaged unpacks to nothing: %j",
    (text) => expect(unpack(text)).toEqual({ kind: "damaged" }),
  );

  test("of as much as a link may carry unpacks to what was packed", () => {
    const value = "x".repeat(MOST_BYTES_IN_A_LINK - 2);
    expect(unpack(pack(value))).toEqual({ kind: "value", value });
  });

  test("of more is given up where that shows: what comes after, damaged here, is not looked at", () => {
    const bomb = deflateSync(new Uint8Array(20 * MOST_BYTES_IN_A_LINK));
    expect(unpack(packed(bomb))).toEqual({ kind: "too_large" });
    expect(unpack(packed(bomb.subarray(0, bomb.length / 2)))).toEqual({ kind: "too_large" });
  });

  test("that is longer than any that was packed is not even decoded", () => {
    expect(unpack(`1${"!".repeat(2 * MOST_BYTES_IN_A_LINK)}`)).toEqual({ kind: "too_large" });
  });
});

describe("a linked scenario", () => {
  test("of 300 rows is read, whichever groups they are of", () => {
    expect(readPackedScenario(pack(demoWith(296)))).toEqual({ ok: true, scenario: demoWith(296) });
  });

  test("of more rows is refused with the limit and the way out, and none of them is looked into", () => {
    const sentence =
      "It carries 8\u00a0001 rows, and a link carries 300 at most: ask for the files instead, and drop them on Data.";
    expect(problemsOf(pack(demoWith(7_997)))).toBe(sentence);
    const rows = Array.from({ length: 8_001 }, () => 0);
    expect(problemsOf(pack({ groups: [{ rows: { rows } }] }))).toBe(sentence);
    expect(problemsOf(pack({ groups: [], actions: [{ rows }] }))).toBe(sentence);
  });

  test("of more values, or more bytes, is refused with the limit and the way out", () => {
    const sentence =
      "It carries more than 1 MB of data, which is more than a link can: ask for the files instead, and drop them on Data.";
    expect(problemsOf(pack({ ...DEMO_SAMPLE, edits: Array.from({ length: 50_001 }, () => 0) }))).toBe(
      sentence,
    );
    expect(problemsOf(pack({ ...DEMO_SAMPLE, text: "x".repeat(MOST_BYTES_IN_A_LINK) }))).toBe(sentence);
  });

  test("that makes no sense says why, in three sentences at most", () => {
    expect(problemsOf(pack({ ...DEMO_SAMPLE, title: 5 }))).toBe(
      "The data that it carries makes no sense: title is 5, where text is needed.",
    );
    expect(
      problemsOf(pack({ edits: Array.from({ length: 40_000 }, () => 0) })).split(/ is |are /).length,
    ).toBeLessThan(9);
  });
});

test("edits that are damaged, or more than a link carries, are none", () => {
  const edit = { kind: "delete", group: "g", row: 1 } as const;
  expect(readPackedEdits(pack([edit]))).toEqual([edit]);
  expect(readPackedEdits("1!!!")).toBeUndefined();
  expect(readPackedEdits(pack(Array.from({ length: 50_001 }, () => 0)))).toBeUndefined();
});
