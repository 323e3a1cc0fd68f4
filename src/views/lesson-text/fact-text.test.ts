import { expect, test } from "vitest";
import type { Lesson } from "../../learn/lesson";
import { ask, variantCount } from "../../learn/questions/ask";
import { BELIEF_TEXTS, EVERY_LESSON } from "../../learn/testing/every-lesson";
import type { Fact } from "../../learn/text/lesson-text";
import { readLessonText } from "../../learn/text/read-lesson-text";
import { inlinesOf } from "../../learn/text/walk-text";
import type { Scenario } from "../../scenario/scenario";
import { factText } from "./fact-text";

const PARCELS: Scenario = {
  version: 1,
  name: "parcels",
  title: "parcels",
  groups: [
    {
      definition: {
        name: "delivery",
        schema: { parcel: "string", at: "timestamp", late: "bool" },
        primaryKeys: ["parcel"],
        eventTime: "at",
      },
      rows: {
        kind: "inline",
        rows: [
          { parcel: "P7", at: "2026-03-05 12:00", late: true },
          { parcel: "P8", at: "2026-03-05 13:00", late: false },
        ],
      },
    },
    {
      definition: {
        name: "scans",
        schema: { parcel: "string", at: "timestamp", heard: "timestamp", kilos: "float64", hub: "string" },
        primaryKeys: ["parcel"],
        eventTime: "at",
        createdTime: "heard",
        ttl: "2d",
        delay: "30m",
      },
      rows: {
        kind: "inline",
        rows: [
          { parcel: "P7", at: "2026-03-03 11:00", heard: "2026-03-03 11:00", kilos: 2, hub: "Lyon" },
          { parcel: "P7", at: "2026-03-05 09:00", heard: "2026-03-05 09:10", kilos: 2.5, hub: "Nice" },
          { parcel: "P7", at: "2026-03-05 11:45", heard: "2026-03-06 08:00", kilos: 2.5, hub: "Nice" },
          { parcel: "P8", at: "2026-03-06 07:00", heard: "2026-03-06 07:00", kilos: 9, hub: "Lyon" },
        ],
      },
    },
  ],
  view: { name: "late", labelFg: "delivery", label: "late", joins: [{ fgName: "scans", on: ["parcel"] }] },
};

const LESSON: Lesson = {
  parts: ["one"],
  shortParts: 1,
  scenarios: { parcels: PARCELS },
  questions: {
    first: {
      kind: "row",
      scenario: "parcels",
      row: 0,
      join: 0,
      phase: "find_entity",
      variants: [[{ kind: "set", group: "scans", row: 1, values: { at: "2026-03-05 10:00" } }]],
      beliefs: ["happened_is_known"],
    },
    rows: {
      kind: "rows",
      scenario: "parcels",
      row: 0,
      join: 0,
      phase: "find_entity",
      variants: [],
      variant: "ordinary",
    },
    rule: { kind: "rule", scenario: "parcels", row: 0, join: 0, phase: "find_entity", variants: [], of: 0 },
  },
  review: [],
};

function factOf(written: string): Fact {
  const [fact] = inlinesOf(readLessonText(`## One\n\n${written}`)[0]?.blocks ?? []);
  if (fact?.kind !== "fact") throw new TypeError(`${written} is no fact`);
  return fact;
}

/** With plain blanks, where no line breaks. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [":moment{scenario=parcels}", "5 Mar 12:00"],
  [":moment{scenario=parcels row=1 as=clock}", "13:00"],
  [":time{scenario=parcels row=0}", "3 Mar 11:00"],
  [":time{scenario=parcels row=1}", "09:00"],
  [":time{scenario=parcels row=3 as=day}", "6 Mar"],
  [":time{scenario=parcels row=2 as=weekday}", "Thursday"],
  [":known{scenario=parcels row=1}", "09:40"],
  [":known{scenario=parcels row=2 as=weekday}", "Friday"],
  [":value{scenario=parcels row=1}", "2.50"],
  [":value{scenario=parcels row=1 column=hub}", "Nice"],
  [":value{scenario=parcels row=1 of=spine}", "no"],
  [":age{scenario=parcels row=0}", "2 days 1 hour"],
  [":age{scenario=parcels row=3 of=1}", "18 hours"],
  [":age{scenario=parcels row=2 from=known}", "20 hours 30 minutes"],
  [":lag{scenario=parcels row=2}", "20 hours 45 minutes"],
  [":count{scenario=parcels}", "three"],
  [":count{scenario=parcels of=expired}", "one"],
  [":count{scenario=parcels of=superseded}", "no"],
  [":count{scenario=parcels of=future row=1}", "one"],
  [":count{scenario=parcels of=spine}", "two"],
  [":count{scenario=parcels of=entities}", "two"],
  [":count{scenario=parcels of=group}", "four"],
  [":count{scenario=parcels of=joins}", "one"],
  [":count{scenario=parcels of=table}", "two"],
  [":count{scenario=parcels of=table variant=ordinary}", "four"],
  [":ttl{scenario=parcels}", "2 days"],
  [":delay{scenario=parcels}", "30 minutes"],
  [":entity{scenario=parcels}", "parcel P7"],
  [":entity{scenario=parcels row=1 as=key}", "P8"],
  [":answer{question=first}", "2.50"],
  [":answer{question=rows}", "four"],
  [":answer{question=rule}", "rule out the expired"],
])("%s says %s", (written, text) => {
  expect(plain(factText(LESSON, factOf(written)))).toBe(text);
});

test.each([
  [":time{scenario=parcels row=1}", "10:00"],
  [":age{scenario=parcels row=1}", "2 hours"],
  [":known{scenario=parcels row=1}", "10:00"],
  [":time{scenario=parcels row=3 as=day}", "6 Mar"],
  [":answer{question=rule}", "rule out the expired"],
])("beside a question, %s says %s, as the variant has it that was asked", (written, text) => {
  const given = { asked: ask(LESSON, "first", 1), option: "" };
  expect(plain(factText(LESSON, factOf(written), given))).toBe(text);
});

test.each([
  [":time{of=yours}", "11:45"],
  [":time{of=right}", "10:00"],
  [":known{of=yours}", "6 Mar 08:30"],
  [":value{of=yours column=kilos}", "2.50"],
  [":age{of=right}", "2 hours"],
  [":age{of=yours from=known}", "20 hours 30 minutes"],
  [":lag{of=yours}", "20 hours 45 minutes"],
  [":moment", "5 Mar 12:00"],
  [":ttl", "2 days"],
  [":count{of=rows}", "three"],
  [":entity", "parcel P7"],
])("of an answer as it was asked, %s says %s", (written, text) => {
  const given = { asked: ask(LESSON, "first", 1), option: "row:2" };
  expect(plain(factText(LESSON, factOf(written), given))).toBe(text);
});

test.each([
  ":time{scenario=nowhere row=0}",
  ":time{scenario=parcels row=9}",
  ":time{scenario=parcels}",
  ":time{scenario=parcels join=1 row=0}",
  ":time{scenario=parcels row=0 as=poem}",
  ":time{of=yours}",
  ":value{scenario=parcels row=0 column=colour}",
  ":count{scenario=parcels of=sparrows}",
  ":count{scenario=parcels of=table variant=sparrows}",
  ":moment{scenario=parcels row=2}",
  ":answer{question=nothing}",
])("%s cannot be computed", (written) => {
  expect(() => factText(LESSON, factOf(written))).toThrow(RangeError);
});

test("of a row whose deciding step is asked for, a text says what it is", () => {
  const given = { asked: ask(LESSON, "rule", 0), option: "rule_out_future" };
  expect(plain(factText(LESSON, factOf(":time{of=asked}"), given))).toBe("3 Mar 11:00");
  const row = { asked: ask(LESSON, "first", 0), option: "row:2" };
  expect(() => factText(LESSON, factOf(":time{of=asked}"), row)).toThrow(RangeError);
});

test("what is no row cannot be spoken of as one", () => {
  const given = { asked: ask(LESSON, "first", 0), option: "none" };
  expect(() => factText(LESSON, factOf(":time{of=yours}"), given)).toThrow("none is no row");
});

test.each(EVERY_LESSON)("every fact of $name can be computed", ({ lesson, parts }) => {
  const facts = parts.flatMap(({ blocks }) => inlinesOf(blocks)).filter(({ kind }) => kind === "fact");
  for (const fact of facts) if (fact.kind === "fact") expect(factText(lesson, fact)).not.toBe("");
});

test.each(EVERY_LESSON)("what is said of each wrong answer of $name can be computed", ({ lesson }) => {
  for (const name of Object.keys(lesson.questions)) {
    const question = lesson.questions[name];
    for (let variant = 0; question !== undefined && variant < variantCount(question); variant++) {
      const asked = ask(lesson, name, variant);
      for (const [option, belief] of asked.beliefs) {
        const text = BELIEF_TEXTS.find(({ title }) => title === belief);
        for (const inline of inlinesOf(text?.blocks ?? []))
          if (inline.kind === "fact") expect(factText(lesson, inline, { asked, option })).not.toBe("");
      }
    }
  }
});
