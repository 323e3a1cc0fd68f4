import { expect, test } from "vitest";
import { DEFAULT_KNOBS } from "../../scenario/reaction/reaction-knobs";
import { DEFAULT_MADE, formatKnobs, type MadeData, readKnobs } from "./knobs";

const turned = (knobs: Partial<MadeData["knobs"]>, seed = 1): MadeData => ({
  knobs: { ...DEFAULT_KNOBS, ...knobs },
  seed,
});

test.each<[string | null, MadeData]>([
  [null, DEFAULT_MADE],
  ["reaction-0.35", turned({ reaction: 0.35 })],
  ["reaction-0_noise-2.5_seed-3", turned({ reaction: 0, noise: 2.5 }, 3)],
  ["delayDays-5_late-1_entities-50", turned({ delayDays: 5, late: 1, entities: 50 })],
])("%s is written for what was turned, and read back", (text, made) => {
  expect(formatKnobs(made)).toBe(text);
  expect(readKnobs(text)).toEqual(made);
});

test.each([
  "zzz",
  "-1,NaN",
  "reaction-2",
  "reaction-0.5_zzz",
  "reaction-0.5-1",
  "reaction-",
  "entities-50.5",
  "entities-1e9",
  "seed--1",
  "seed-0.5",
  "__proto__-1",
  "-",
  "",
])("%j makes no sense", (text) => expect(readKnobs(text)).toBeNull());
