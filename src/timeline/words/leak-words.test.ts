import { expect, test } from "vitest";
import { leakClause, leakDistance } from "./leak-words";

const HOUR = 3_600_000_000n;
const T = 1_000n * HOUR;
const CREATED = { clock: "created_time", delayUs: 0n } as const;
const DELAYED = { clock: "event_time", delayUs: 2n * HOUR } as const;

/** A row that happened and was created so many hours from the moment of the prediction. */
const row = (event: number, created: number) => ({
  row: 0,
  eventTime: T + BigInt(event) * HOUR,
  createdTime: T + BigInt(created) * HOUR,
});

test("what had happened was known later; nothing that had not is late", () => {
  expect(leakDistance(row(-5, 74), CREATED, T)).toBe("known 3 d 2 h later");
  expect(leakDistance(row(51, 60), CREATED, T)).toBe("happens 2 d 3 h later");
  expect(leakClause(row(-5, 74), CREATED, T, "it")).toBe("it became known only 3 d 2 h later");
  expect(leakClause(row(-5, 74), CREATED, T, "which")).toBe("known only 3 d 2 h later");
});

test("a sentence says both ends where they differ, and one where they do not", () => {
  expect(leakClause(row(51, 51), DELAYED, T, "it")).toBe(
    "it happens only 2 d 3 h later, and is known 2 d 5 h later",
  );
  expect(leakClause(row(51, 51), DELAYED, T, "which")).toBe(
    "which happens 2 d 3 h later and is known 2 d 5 h later",
  );
  expect(leakClause(row(51, 51), CREATED, T, "which")).toBe("which happens 2 d 3 h later");
});
