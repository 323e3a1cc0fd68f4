import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { explained, type Planted, planted, toEnd } from "./testing/planted";
import { explainCell } from "./why-empty";

const HOUR = 3_600_000_000;
const DAY = 24;
const shift = (group: string, hours: number, column = "at") => ({
  kind: "column",
  group,
  column,
  change: { kind: "shift", byUs: String(hours * HOUR) },
});
const ttl = (hours: number) => ({ kind: "rule", join: 0, ttlUs: String(hours * HOUR) });

const firstLine = async (given: Planted) => (await explained(await planted(given))).lines[0];

describe("cells that are too old, and missed a later row by less", () => {
  test("one that had happened by the line, and became known 3 h after it", async () => {
    const line = await firstLine({
      asks: [
        ["a", 30 * DAY],
        ["b", 30 * DAY],
      ],
      usage: [
        ["a", 0, 1, 0],
        ["a", 30 * DAY - 3, 2, 30 * DAY + 3],
        ["b", 0, 1, 0],
        ["b", 30 * DAY - 4, 2, 30 * DAY + 2],
      ],
      join: { ttl: "5d" },
    });
    expect(line).toMatchObject({
      reason: "expired",
      cause: "known_later",
      cells: 2,
      nearest: { trainingRow: 1, row: 3, way: "known_later", byUs: 2 * HOUR },
      offer: { byUs: 3 * HOUR, fills: 2, assumes: null, change: { edits: [shift("asks", 3)] } },
    });
  });

  test("all rows of a group that is 2 h ahead: the least miss of all, and by how much times are moved", async () => {
    const line = await firstLine({
      asks: [
        ["a", 30 * DAY],
        ["b", 30 * DAY],
        ["c", 30 * DAY],
      ],
      usage: [
        ["a", 24],
        ["a", 30 * DAY + 1.5],
        ["b", 24],
        ["b", 30 * DAY + 1.75],
        ["c", 30 * DAY + 2],
      ],
      join: { ttl: "1h" },
    });
    expect(line).toMatchObject({
      reason: "expired",
      cause: "shifted_hours",
      nearest: { trainingRow: 0, row: 1, way: "happens_later", byUs: 1.5 * HOUR },
      offer: {
        byUs: 2 * HOUR,
        fills: 2,
        filled: 3,
        assumes: "zone",
        isAtLeast: false,
        change: { edits: [shift("usage", -2)] },
      },
    });
  });

  test("of as many filled cells, that which changes less time: here the TTL", async () => {
    const line = await firstLine({
      asks: [["a", 30]],
      usage: [
        ["a", 3, 1, 3],
        ["a", 29, 2, 34],
      ],
      join: { ttl: "24h" },
    });
    expect(line).toMatchObject({
      cause: "ttl_too_short",
      nearest: { row: 0, way: "too_old", byUs: 3 * HOUR },
      offer: { byUs: 3 * HOUR, change: { edits: [ttl(27)] } },
    });
  });

  test("a row that comes after the line is no miss where a longer TTL by as much fills as many", async () => {
    const line = await firstLine({
      asks: [
        ["a", 10],
        ["b", 12],
        ["c", 14],
        ["d", 16],
      ],
      usage: ["a", "b", "c", "d"].flatMap((user, i) => [
        [user, 10 + 2 * i - 6, 1] as const,
        [user, 10 + 2 * i + 1 + i, 1] as const,
      ]),
      join: { ttl: "3h" },
    });
    expect(line).toMatchObject({
      cause: "ttl_too_short",
      nearest: { way: "too_old", byUs: 3 * HOUR },
      offer: { fills: 4, change: { edits: [ttl(6)] } },
    });
  });

  test.each([
    [1, "known_later"],
    [2, "ttl_too_short"],
  ])("later predictions that empty %i of 10 cells elsewhere come down to %s", async (emptied, cause) => {
    const users = Array.from({ length: 10 }, (_, i) => `u${i}`);
    const line = await firstLine({
      asks: users.map((user) => [user, 720]),
      usage: users.flatMap((user) => [[user, 0, 1, 0] as const, [user, 717, 2, 723] as const]),
      join: { ttl: "5d" },
      others: { plans: users.slice(0, emptied) },
      otherTtl: "721h",
    });
    expect(line).toMatchObject({ reason: "expired", cells: 10, cause, offer: { fills: 10 } });
    expect(line?.offer?.emptied).toBe(cause === "known_later" ? emptied : 0);
  });

  test("one cell alone: the later row, and not another zone", async () => {
    const why = await explained(
      await planted({
        asks: [
          ["a", 30],
          ["b", 30],
        ],
        usage: [
          ["a", 0, 1, 0],
          ["a", 29, 2, 31],
          ["b", 0, 1, 0],
          ["b", 31, 1, 31],
        ],
        join: { ttl: "2h" },
      }),
    );
    expect(toEnd(explainCell(why, 0, 0))).toMatchObject({
      cause: "known_later",
      nearest: { row: 1, way: "known_later", byUs: HOUR },
      offer: { change: { edits: [shift("asks", 1)] } },
    });
  });
});

test("the nearest miss is the least of all cells, also where the change is made for another", async () => {
  const line = await firstLine({
    asks: [
      ["a", 25],
      ["b", 27],
      ["c", 27],
    ],
    usage: [
      ["a", 0],
      ["b", 0],
      ["c", 0],
    ],
    join: { ttl: "24h" },
  });
  expect(line).toMatchObject({
    nearest: { byUs: HOUR },
    offer: { byUs: 3 * HOUR },
    nearestFilled: { byUs: HOUR },
  });
});

describe("a shift by whole hours", () => {
  const shifted = (...after: number[]): Planted => ({
    asks: after.map((_, i) => [`u${i}`, 6 + i]),
    usage: after.map((hours, i) => [`u${i}`, 6 + i + hours]),
    join: { ttl: "2h" },
  });
  test("is at least so much where an hour more fills as many", async () => {
    expect(await firstLine(shifted(0.5, 0.75))).toMatchObject({
      offer: { byUs: HOUR, assumes: "zone", isAtLeast: true, change: { edits: [shift("usage", -1)] } },
    });
  });
  test("and just so much where an hour more makes rows too old", async () => {
    expect(await firstLine(shifted(1.75, 0.1))).toMatchObject({
      offer: { byUs: 2 * HOUR, isAtLeast: false, change: { edits: [shift("usage", -2)] } },
    });
  });
});
