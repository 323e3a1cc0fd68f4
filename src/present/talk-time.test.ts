import { expect, test } from "vitest";
import { talkMinutes } from "./talk-time";

test.each([
  [1, 0],
  [3, 0],
  [4, 1],
  [4.5, 1.5],
  [5, 2],
  [12, 2],
])("in a step of %d minutes neighbours talk for %d", (minutes, talk) => {
  expect(talkMinutes({ minutes })).toBe(talk);
});
