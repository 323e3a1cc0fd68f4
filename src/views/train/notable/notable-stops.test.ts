import { describe, expect, test } from "vitest";
import type { NotableRow } from "./notable-rows";
import { MOST_STOPS, notableStops } from "./notable-stops";
import { drawn } from "./testing/drawn-cells";

const inWords = (stops: readonly NotableRow[]) =>
  stops.map(({ trainingRow, join, kind }) => `${trainingRow} join ${join} ${kind}`);

describe("notableStops", () => {
  test("leaks come first, then ties, late rows, empty cells, changes", () => {
    expect(inWords(notableStops(drawn("c.x=.l.!")))).toEqual([
      "7 join 0 leak",
      "3 join 0 tie",
      "5 join 0 late",
      "2 join 0 expired",
      "0 join 0 change",
    ]);
  });

  test("within a rank the rarest kind and join come first", () => {
    const stops = inWords(notableStops(drawn("xxn...", "..x...", "=.===.")));
    expect(stops.filter((words) => !words.endsWith("tie"))).toEqual([
      "2 join 0 no_entity",
      "2 join 1 expired",
      "0 join 0 expired",
      "1 join 0 expired",
    ]);
  });

  test("of many alike it takes the first, the middle one and the last", () => {
    expect(inWords(notableStops(drawn(".!!!!!!!.")))).toEqual([
      "1 join 0 leak",
      "4 join 0 leak",
      "7 join 0 leak",
    ]);
  });

  test("a cell stands for the gravest of what it shows, wherever another shows the rest", () => {
    // `L` leaks, is late and differs from the row before.
    expect(inWords(notableStops(drawn("LcL")))).toEqual([
      "0 join 0 leak",
      "2 join 0 leak",
      "0 join 0 late",
      "2 join 0 late",
      "1 join 0 change",
    ]);
  });

  test("however many joins and rows there are, it is a few dozen, and every kind that there is is among them", () => {
    const joins = Array.from({ length: 12 }, () => "xnkyfw!=lc".repeat(500));
    const stops = notableStops(drawn(...joins));
    expect(stops.length).toBe(MOST_STOPS);
    expect(MOST_STOPS).toBeLessThanOrEqual(36);
    expect(new Set(stops.map(({ kind }) => kind)).size).toBe(10);
  });

  test("every join is among them, as long as there is room", () => {
    const stops = notableStops(drawn(...Array.from({ length: 8 }, () => "!x".repeat(300))));
    for (const kind of ["leak", "expired"])
      expect(new Set(stops.filter((stop) => stop.kind === kind).map(({ join }) => join)).size).toBe(8);
  });

  test("where nothing is notable it goes nowhere", () => {
    expect(notableStops(drawn("...", "sss"))).toEqual([]);
    expect(notableStops(drawn(""))).toEqual([]);
  });
});
