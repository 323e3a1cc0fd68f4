import fc from "fast-check";
import { expect, test } from "vitest";
import { LESSON_NAMES } from "../../learn/lesson-names";
import { pack } from "../../scenario/pack";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { LANGUAGES } from "../../terms/languages";
import { PHASES } from "../../terms/phases";
import { VARIANT_NAMES } from "../../terms/variants";
import { type Dataset, OWN } from "../document";
import { formatEntity } from "../serving/entity-text";
import { reader } from "../testing/link-reader";
import {
  COMPARE_PAGES,
  HIDEABLE,
  JOINS_PLAYED,
  KEYS_PRINTED,
  LESSON_FORMS,
  PANELS,
  PAPERS,
  PRESENT_SCREENS,
  type Route,
  RULES_SHOWN,
  RUNGS,
  SIZES,
  STAGES,
  THEMES,
} from "./route";
import { ALL_CASES, formatUrl, HOME, type Location, type ReadDataset, readUrl, START } from "./url";

/** A route on the reader's own data, without any edit. */
const at = (route: Route): Location => ({ route, dataset: OWN, edits: [] });

function dataset(read: ReadDataset): Dataset {
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.dataset;
}

test("a URL says only what differs from the start", () => {
  expect(formatUrl(at(HOME))).toBe("/");
  expect(formatUrl(at({ ...HOME, theme: "dark" }))).toBe("/?theme=dark");
  expect(formatUrl(at(START))).toBe("/lab/data");
  expect(formatUrl(at({ ...START, stage: "train", view: "spend", row: 3, phase: "keep_latest" }))).toBe(
    "/lab/train?view=spend&row=3&phase=keep_latest",
  );
  expect(formatUrl(at({ ...ALL_CASES, case: "tie" }))).toBe("/cases?case=tie");
  expect(formatUrl(at({ ...START, stage: "train", open: [], hide: ["sentence", "table"] }))).toBe(
    "/lab/train?open=none&hide=sentence%2Ctable",
  );
});

const EDITED = { kind: "delete", group: "user_payments", row: 0 } as const;

test("a dataset that comes with edits has them unless the URL says otherwise, even that there are none", () => {
  const edited = dataset(reader.readPackedScenario(pack({ ...DEMO_SAMPLE, edits: [EDITED] })));
  const url = formatUrl({ route: START, dataset: edited, edits: [] });
  expect(readUrl(url, reader).edits).toEqual([]);
  expect(readUrl(url.replace(/edits=[^&]*&/, ""), reader).edits).toEqual([EDITED]);
});

test("any location survives being written and read", () => {
  const name = fc.option(fc.string({ minLength: 1, unit: "grapheme" }));
  const routes: fc.Arbitrary<Route> = fc.record({
    page: fc.constant("lab" as const),
    stage: fc.constantFrom(...STAGES),
    group: name,
    view: name,
    row: fc.option(fc.nat(999_999_999)),
    join: fc.nat(99),
    phase: fc.constantFrom(...PHASES),
    joins: fc.constantFrom(...JOINS_PLAYED),
    rule: fc.constantFrom(...RULES_SHOWN),
    column: name,
    from: fc.constant(null),
    to: fc.constant(null),
    entity: fc.option(
      fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })).map(formatEntity),
    ),
    case: name,
    find: name,
    now: fc.option(fc.constantFrom("2025-11-04", "2025-11-04T12:00:00.000001Z", "2025-11-04 14:00+01:00")),
    open: fc.option(fc.subarray([...PANELS])),
    hide: fc.subarray([...HIDEABLE]),
    full: fc.boolean(),
    empty: fc.boolean(),
    show: fc.constantFrom(...COMPARE_PAGES),
    above: fc.constantFrom(...VARIANT_NAMES),
    below: fc.constantFrom(...VARIANT_NAMES),
    behind: fc.option(
      fc.constantFrom("latest,leaked", "ordinary,rows", "ordinary,other,a%2Cb", "latest,leaked,,0,60000000"),
    ),
    smallest: fc.boolean(),
    label: name,
    features: name,
    folds: fc.integer({ min: 1, max: 10 }),
    seed: fc.nat(999_999_999),
    knobs: fc.option(fc.constantFrom("reaction-0.35", "noise-2.5_seed-3")),
    lesson: fc.option(fc.constantFrom(...LESSON_NAMES)),
    part: name,
    as: fc.constantFrom(...LESSON_FORMS),
    own: name,
    language: fc.constantFrom(...LANGUAGES),
    rung: fc.constantFrom(...RUNGS),
    screen: fc.constantFrom(...PRESENT_SCREENS),
    plan: name,
    step: fc.integer({ min: 1, max: 9999 }),
    press: fc.integer({ min: 1, max: 9999 }),
    card: fc.option(fc.integer({ min: 1, max: 9999 })),
    paper: fc.constantFrom(...PAPERS),
    rows: fc.integer({ min: 1, max: 4 }),
    key: fc.constantFrom(...KEYS_PRINTED),
    embed: fc.boolean(),
    term: name,
    theme: fc.option(fc.constantFrom(...THEMES)),
    size: fc.option(fc.constantFrom(...SIZES)),
  });
  const edits = fc.array(
    fc.record({ kind: fc.constant("delete" as const), group: fc.string({ minLength: 1 }), row: fc.nat() }),
  );
  const datasets = fc.constantFrom(
    OWN,
    dataset(reader.readSample("churn")),
    dataset(reader.readPackedScenario(pack(DEMO_SAMPLE))),
    dataset(reader.readPackedScenario(pack({ ...DEMO_SAMPLE, edits: [EDITED] }))),
  );
  fc.assert(
    fc.property(fc.record({ route: routes, edits, dataset: datasets }), (location) => {
      expect(readUrl(formatUrl(location), reader)).toEqual({ ...location, problems: [], unread: null });
    }),
  );
});

test.each<[string, Route, string[]]>([
  ["", HOME, []],
  ["/", HOME, []],
  ["/?theme=light", { ...HOME, theme: "light" }, []],
  ["/lab", START, []],
  [
    "/cases?case=tie&row=0&phase=keep_latest",
    { ...ALL_CASES, case: "tie", row: 0, phase: "keep_latest" },
    [],
  ],
  ["/cases?find=leak", { ...ALL_CASES, find: "leak" }, []],
  // As the cases were called before.
  ["/gallery?case=tie", { ...ALL_CASES, case: "tie" }, []],
  ["/cases/tie", HOME, ['There is no page "/cases/tie".']],
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
  ["/lab/compare?behind=zzz", { ...START, stage: "compare" }, ['behind cannot be "zzz".']],
  ["/lab/compare?knobs=zzz", { ...START, stage: "compare" }, ['knobs cannot be "zzz".']],
  ["/lab/compare?knobs=-1,NaN", { ...START, stage: "compare" }, ['knobs cannot be "-1,NaN".']],
  ["/lab/compare?knobs=reaction-2", { ...START, stage: "compare" }, ['knobs cannot be "reaction-2".']],
  ["/lab/train?__proto__=1", { ...START, stage: "train" }, ['"__proto__" means nothing here.']],
])("a bad link harms nothing and says what was wrong: %s", (url, route, problems) => {
  expect(readUrl(url, reader)).toEqual({ ...at(route), problems, unread: null });
});

test.each(["embed", "embed=yes", "embed=1", "embed=true"])("%s shows one timeline alone", (words) => {
  expect(readUrl(`/cases?case=tie&${words}`, reader)).toMatchObject({
    route: { page: "cases", case: "tie", embed: true },
    problems: [],
  });
});

test("in a frame a bad dataset stays in the frame", () => {
  expect(readUrl("/lab/train?scenario=garbage&embed=1", reader).route.embed).toBe(true);
  expect(readUrl("/lab/train?scenario=garbage", reader).route.embed).toBe(false);
});

test.each([
  ["/lab?sample=nothing", "There is no sample “nothing”; there are demo and churn."],
  ["/lab?scenario=garbage", "The data that it carries is damaged: ask for the link again."],
  [`/lab?scenario=${pack({ version: 1 })}`, "The data that it carries makes no sense:"],
])("a bad dataset is the reader's own, and is said: %s", (url, problem) => {
  const read = readUrl(url, reader);
  expect(read.dataset).toBe(OWN);
  expect(read.problems).toContain(problem);
});
