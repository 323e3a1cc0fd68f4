import { expect, test } from "vitest";
import { CASE_GROUPS } from "../../scenario/cases/cases";
import { initialWindow } from "../../timeline/picture/initial-window";
import { picture } from "../../timeline/picture/picture";
import { scenarioSliceNamed } from "../../timeline/scenario-slices";

const ENTRIES = CASE_GROUPS.flatMap(({ entries }) => entries);

test.each(ENTRIES.map(({ scenario, shows }) => [scenario.name, shows] as const))(
  "%s is marked in the index by a verdict that it shows: %s",
  (name, shows) => {
    const { slice, at } = scenarioSliceNamed(name);
    const { lanes } = picture(slice, at, initialWindow(slice, at.spineRow), { width: 1000 });
    const [lane] = at.together ? lanes : lanes.slice(at.join);
    const states = lane?.marks.map(({ state }) => state) ?? [];
    if (shows === null) expect(states).toEqual([]);
    else expect(states).toContain(shows);
  },
);
