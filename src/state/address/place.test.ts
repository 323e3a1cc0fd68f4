import fc from "fast-check";
import { expect, test } from "vitest";
import { PHASES } from "../../scenario/phases";
import { formatEntity } from "../serving/entity-text";
import { HIDEABLE, PANELS } from "./panels";
import {
  formatPlace,
  GALLERY,
  HOME,
  JOINS_PLAYED,
  type Place,
  readPlace,
  SIZES,
  STAGES,
  START,
  THEMES,
} from "./place";
import * as reader from "./read-link";

test("an address says only what differs from the start", () => {
  expect(formatPlace(HOME)).toBe("/");
  expect(formatPlace({ ...HOME, theme: "dark" })).toBe("/?theme=dark");
  expect(formatPlace(START)).toBe("/lab/data");
  expect(formatPlace({ ...START, stage: "train", view: "spend", row: 3, phase: "keep_latest" })).toBe(
    "/lab/train?view=spend&row=3&phase=keep_latest",
  );
  expect(formatPlace({ ...GALLERY, case: "tie" })).toBe("/gallery?case=tie");
  expect(formatPlace({ ...START, stage: "train", open: [], hide: ["sentence", "table"] })).toBe(
    "/lab/train?open=none&hide=sentence%2Ctable",
  );
});

test("any place survives being written and read", () => {
  const name = fc.option(fc.string({ minLength: 1, unit: "grapheme" }));
  const places: fc.Arbitrary<Place> = fc.record({
    page: fc.constant("lab" as const),
    stage: fc.constantFrom(...STAGES),
    group: name,
    view: name,
    row: fc.option(fc.nat(999_999_999)),
    join: fc.nat(99),
    phase: fc.constantFrom(...PHASES),
    joins: fc.constantFrom(...JOINS_PLAYED),
    column: name,
    edits: fc.array(
      fc.record({ kind: fc.constant("delete" as const), group: fc.string({ minLength: 1 }), row: fc.nat() }),
    ),
    from: fc.constant(null),
    to: fc.constant(null),
    entity: fc.option(
      fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })).map(formatEntity),
    ),
    case: name,
    now: fc.option(fc.constantFrom("2025-11-04", "2025-11-04T12:00:00.000001Z", "2025-11-04 14:00+01:00")),
    open: fc.subarray([...PANELS]),
    hide: fc.subarray([...HIDEABLE]),
    theme: fc.option(fc.constantFrom(...THEMES)),
    size: fc.option(fc.constantFrom(...SIZES)),
  });
  fc.assert(
    fc.property(places, (place) => {
      expect(readPlace(formatPlace(place), reader)).toEqual({ place, problems: [] });
    }),
  );
});

test.each([
  ["", HOME, []],
  ["/", HOME, []],
  ["/?theme=light", { ...HOME, theme: "light" }, []],
  ["/lab", START, []],
  [
    "/gallery?case=tie&row=0&phase=keep_latest",
    { ...GALLERY, case: "tie", row: 0, phase: "keep_latest" },
    [],
  ],
  ["/gallery/tie", HOME, ['There is no page "/gallery/tie".']],
  ["/nowhere", HOME, ['There is no page "/nowhere".']],
  ["/labs", HOME, ['There is no page "/labs".']],
  ["/lab/nowhere", START, ['There is no page "/lab/nowhere".']],
  ["/lab/train?row=-1", { ...START, stage: "train" }, ['row cannot be "-1".']],
  ["/lab/train?phase=think&join=1", { ...START, stage: "train", join: 1 }, ['phase cannot be "think".']],
  ["/lab/train?from=5", { ...START, stage: "train" }, ["from and to must both be there, from before to."]],
  ["/lab/serve?entity=%5B2%5D", { ...START, stage: "serve" }, ['entity cannot be "[2]".']],
  ["/lab/train?hide=nose", { ...START, stage: "train" }, ['hide cannot be "nose".']],
  ["/lab/train?hide=sentence,nose", { ...START, stage: "train" }, ['hide cannot be "sentence,nose".']],
  ["/lab/train?joins=together", { ...START, stage: "train", joins: "together" }, []],
  ["/lab/serve?now=yesterday", { ...START, stage: "serve" }, ['now cannot be "yesterday".']],
  ["/lab/train?__proto__=1", { ...START, stage: "train" }, ['"__proto__" means nothing here.']],
])("a bad link harms nothing and says what was wrong: %s", (address, place, problems) => {
  expect(readPlace(address, reader)).toEqual({ place, problems });
});
