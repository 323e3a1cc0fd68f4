import { describe, expect, test } from "vitest";
import { plainText } from "../../timeline/words/sentence-parts";
import type { VectorFeature, VectorSource } from "./look-up/served-vector";
import { lookUpParts, storeParts } from "./serve-headline";

describe("before anybody is looked up it says what is online", () => {
  test.each([
    [[0, 0], "The online store is empty: a model that asks about any user is served nothing."],
    [[2, 2], "The online store keeps the latest row of 4 keys, from 2 groups, ready to be served."],
    [[0, 1], "The online store keeps the latest row of 1 key. activity was never materialized."],
  ])("%j", ([activity = 0, payments = 0], sentence) => {
    const counts = new Map([
      ["activity", activity],
      ["payments", payments],
    ]);
    expect(plainText(storeParts(["activity", "payments"], counts, ["user_id"], true))).toBe(sentence);
  });
});

test("a view that cannot be served is said to be one", () => {
  expect(plainText(storeParts(["payments"], new Map([["payments", 3]]), ["user_id"], false))).toBe(
    "The online store keeps the latest row of 3 keys, but this view cannot be served from it.",
  );
});

describe("of a look-up it says what the store last heard, what is served, and what training had", () => {
  const feature = (
    name: string,
    served: number | null,
    trained: number | null | undefined,
    why: string | null,
  ): VectorFeature => ({
    name,
    type: "float64",
    served,
    trained,
    isLabel: false,
    isLeak: false,
    why,
  });
  const source = (eventTimeUs: bigint | null, features: VectorFeature[]): VectorSource => ({
    fgName: "payments",
    status: eventTimeUs === null ? "not_found" : "found",
    eventTimeUs,
    ttlUs: null,
    features,
  });
  const say = (sources: VectorSource[], trainedUs: bigint | null, isWallClock = true) =>
    plainText(
      lookUpParts({
        entity: [{ column: "user_id", value: "2" }],
        lookedUp: {
          values: {},
          joins: [],
          spine: null,
          tookMs: 1,
          nowUs: 180_000_000n,
          countedFrom: isWallClock ? "wall_clock" : "given",
        },
        isWallClock,
        sources,
        trainedUs,
        moment: (us) => `minute ${us / 60_000_000n}`,
      }),
    );
  const heardAt = 61_000_000n;

  test("the same as in training", () => {
    expect(say([source(heardAt, [feature("spend", 50, 50, null)])], 0n)).toBe(
      "The online store last heard of user 2 on minute 1. A request now is served 50.00, as in its latest training row.",
    );
  });
  test("one value differs", () => {
    expect(say([source(heardAt, [feature("spend", 50, 75, "a later row")])], 0n, false)).toBe(
      "The online store last heard of user 2 on minute 1. A request at minute 3 is served 50.00; its latest training row has 75.00 as spend.",
    );
  });
  test("many values are counted, not listed", () => {
    const features = ["a", "b", "c", "d"].map((name, i) => feature(name, i < 3 ? 1 : null, 2, "expired"));
    expect(say([source(heardAt, features)], 0n)).toBe(
      "The online store last heard of user 2 on minute 1. A request now is served 3 of 4 features; its latest training row differs in 4 of them.",
    );
  });
  test("times are no features: they differ wherever the rest does", () => {
    const at = { ...feature("at", 5, 6, "expired"), type: "timestamp" as const };
    const features = [feature("spend", 1, 2, "expired"), at];
    expect(say([source(heardAt, features)], 0n)).toContain("its latest training row has 2.00 as spend");
  });
  test("what the store has heard since is no part of what it had heard by then", () => {
    const heard = source(heardAt, [feature("spend", 1, 1, null)]);
    expect(
      say([heard, source(240_000_000n, [feature("plan", null, 1, "from after now")])], 0n, false),
    ).toMatch(/^By then the online store had last heard of user 2 on minute 1\./);
  });
  test("nothing to compare with", () => {
    expect(say([source(heardAt, [feature("spend", null, undefined, null)])], null)).toBe(
      "The online store last heard of user 2 on minute 1. A request now is served nothing.",
    );
  });
  test("what is online is all from after the moment asked about", () => {
    expect(say([source(240_000_000n, [feature("spend", null, 75, "from after now")])], 0n, false)).toBe(
      "All that the online store keeps of user 2 is from after minute 3: a request then is served nothing; its latest training row has 75.00 as spend.",
    );
  });
  test("an entity that was never materialized", () => {
    expect(say([source(null, [feature("spend", null, 75, "never materialized")])], 0n)).toBe(
      "The online store has never heard of user 2.",
    );
  });
});
