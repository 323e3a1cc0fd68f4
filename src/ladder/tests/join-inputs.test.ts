import { expect, test } from "vitest";
import { DAY_US } from "../rule";
import { dayOf, testOf } from "./drawn-test";
import { inputsOf } from "./join-inputs";

test("each user is an input: rows in the order in which they were created, times in microseconds", () => {
  const inputs = inputsOf(
    testOf({
      name: "two",
      title: "",
      about: "",
      users: [
        { events: ["a-c~~~|---", "---b------"], asked: "-?--?-----" },
        { events: ["|~D-------"], asked: "---?------" },
      ],
    }),
  );
  const days = (times: BigInt64Array) => Array.from(times, dayOf);
  expect(
    inputs.map(({ predictionsUs, eventTimesUs, knownAtUs, ttlUs }) => ({
      predictions: days(predictionsUs),
      events: days(eventTimesUs),
      known: days(knownAtUs),
      ttlUs,
    })),
  ).toEqual([
    { predictions: [1, 4], events: [0, 3, 2], known: [0, 3, 6], ttlUs: 4n * DAY_US },
    { predictions: [3], events: [2], known: [0], ttlUs: 4n * DAY_US },
  ]);
});

test("a test without a TTL gives none", () => {
  const drawn = {
    name: "none",
    title: "",
    about: "",
    ttlDays: null,
    users: [{ events: ["a---------"], asked: "---------?" }],
  };
  expect(inputsOf(testOf(drawn)).map(({ ttlUs }) => ttlUs)).toEqual([null]);
});
