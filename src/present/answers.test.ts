import { describe, expect, test } from "vitest";
import type { BeliefName } from "../learn/questions/beliefs";
import type { Option } from "../learn/questions/option";
import { classAnswers } from "./answers";

const ROWS = [0, 1, 2, 3].map((row): Option => ({ id: `row:${row}`, kind: "row", row }));
const NONE: Option = { id: "none", kind: "none" };
const ASKED = {
  options: [...ROWS, NONE],
  right: "row:1",
  beliefs: new Map<string, BeliefName>([
    ["row:3", "latest"],
    ["row:2", "next"],
    ["row:0", "older"],
    ["none", "nothing_fits"],
  ]),
};
const idsOf = (asked: typeof ASKED) => classAnswers(asked).map(({ option }) => option.id);

test("up to four options are all offered, in their order", () => {
  const few = { ...ASKED, options: [...ROWS.slice(0, 3), NONE] };
  expect(classAnswers(few).map(({ letter, option, isRight }) => [letter, option.id, isRight])).toEqual([
    ["A", "row:0", false],
    ["B", "row:1", true],
    ["C", "row:2", false],
    ["D", "none", false],
  ]);
});

describe("of more than four", () => {
  test("the right one and the two likeliest beliefs are always there, in the order of time", () => {
    for (let right = 0; right < 4; right++) {
      const beliefs = new Map([...ASKED.beliefs].filter(([id]) => id !== `row:${right}`));
      const ids = idsOf({ ...ASKED, right: `row:${right}`, beliefs });
      expect(ids).toHaveLength(4);
      expect(ids).toEqual(expect.arrayContaining([`row:${right}`, ...[...beliefs.keys()].slice(0, 2)]));
      expect(ids).toEqual(ASKED.options.map(({ id }) => id).filter((id) => ids.includes(id)));
    }
  });

  test("a wrong option that must be offered is always there, and one that is not there or right changes nothing", () => {
    for (const offers of ["row:0", "row:2", "row:3", "none"]) {
      const ids = classAnswers({ ...ASKED, offers }).map(({ option }) => option.id);
      expect(ids).toHaveLength(4);
      expect(ids).toEqual(expect.arrayContaining(["row:1", "row:3", offers]));
    }
    for (const offers of ["row:9", "row:1"])
      expect(classAnswers({ ...ASKED, offers })).toEqual(classAnswers(ASKED));
  });

  test("the same question offers the same every time, and another one may offer another row", () => {
    expect(idsOf(ASKED)).toEqual(idsOf(ASKED));
    const likely: BeliefName[] = ["latest", "closest", "next", "no_delay", "happened_is_known", "at_counts"];
    const offers = likely.map((belief) =>
      idsOf({ ...ASKED, beliefs: new Map([...ASKED.beliefs, ["row:3", belief]]) }).join(),
    );
    expect(new Set(offers).size).toBeGreaterThan(1);
  });
});
