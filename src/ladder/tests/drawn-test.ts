import { formatTime } from "../../microfs/core";
import type { InlineRow, Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { DAY_US, TTL_DAYS } from "../rule";
import type { JoinTest } from "./join-test";
import { inLetters, type MarbleEvent, readAsked, readEvents } from "./marble-text";

/** What one user did, and when a prediction about them is asked for: at least once. */
export interface DrawnUser {
  readonly events: readonly string[];
  readonly asked: string;
}

/** A test as it is written down. */
export interface DrawnTest extends Pick<JoinTest, "name" | "title" | "about"> {
  readonly users: readonly DrawnUser[];
  /** {@link TTL_DAYS} unless told. */
  readonly ttlDays?: number | null;
}

/** The names of a test's groups and columns, as programs name them. */
export const LADDER_GROUPS = { asked: "predictions", events: "payments" } as const;
export const LETTER_COLUMN = "payment";

/** The midnight (UTC) of day 0, microseconds: of 31 October, so that day 7 is 7 November on the timeline. */
const DAY_0_US = 1_761_868_800_000_000n;

/** A moment as a day and what is left of it. */
export function dayOf(us: bigint): number {
  return Number(us - DAY_0_US) / Number(DAY_US);
}

/** The moment at which a day begins, or so much of a day later. */
export function momentOf(day: number): bigint {
  return DAY_0_US + BigInt(Math.round(day * Number(DAY_US)));
}

/**
 * A test of what is drawn.
 *
 * @throws SyntaxError where the drawing cannot be read.
 */
export function testOf({ users, ...rest }: DrawnTest): JoinTest {
  const asked = users.flatMap((user, i) => readAsked(user.asked).map((day) => ({ user: i + 1, day })));
  const events = users.flatMap(({ events }, i) =>
    readEvents(events).map((event) => ({ ...event, user: i + 1 })),
  );
  return joinTest({ ...rest, asked, events: events.toSorted((a, b) => inLetters(a.letter, b.letter)) });
}

/** The rows of a test. Days may have fractions. Users are numbered from 1, and each is asked about at least once. */
export interface TestRows extends Pick<DrawnTest, "name" | "title" | "about" | "ttlDays"> {
  readonly asked: readonly { readonly user: number; readonly day: number }[];
  readonly events: readonly (MarbleEvent & { readonly user: number })[];
}

/** A test of rows: a scenario, and from it the slices of all its users. Rows are inserted in the order in which they were created. */
export function joinTest(rows: TestRows): JoinTest {
  const { name, title, about, ttlDays = TTL_DAYS } = rows;
  const scenario = scenarioOf(rows, ttlDays);
  const users = [...new Set(rows.asked.map(({ user }) => user))].toSorted((a, b) => a - b);
  return {
    name,
    title,
    about,
    ttlUs: ttlDays === null ? null : BigInt(ttlDays) * DAY_US,
    slices: users.map((user) => scenarioSlice(scenario, { user_id: user })),
  };
}

function scenarioOf({ name, ...rows }: TestRows, ttlDays: number | null): Scenario {
  const asked = rows.asked.map(({ user, day }): InlineRow => ({ user_id: user, at: time(day) }));
  const events = rows.events
    .toSorted((a, b) => a.knownDay - b.knownDay)
    .map(({ user, letter, day, knownDay }): InlineRow => {
      return { user_id: user, [LETTER_COLUMN]: letter, ts: time(day), created: time(knownDay) };
    });
  return {
    version: 1,
    name,
    title: name,
    groups: [
      {
        definition: {
          name: LADDER_GROUPS.asked,
          schema: { user_id: "int64", at: "timestamp" },
          primaryKeys: ["user_id"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: asked },
      },
      {
        definition: {
          name: LADDER_GROUPS.events,
          schema: { user_id: "int64", [LETTER_COLUMN]: "string", ts: "timestamp", created: "timestamp" },
          primaryKeys: ["user_id"],
          eventTime: "ts",
          createdTime: "created",
          ...(ttlDays === null ? {} : { ttl: `${ttlDays}d` }),
        },
        rows: { kind: "inline", rows: events },
      },
    ],
    view: {
      name,
      labelFg: LADDER_GROUPS.asked,
      joins: [{ fgName: LADDER_GROUPS.events, on: ["user_id"], features: [LETTER_COLUMN] }],
    },
    start: { row: 0, join: 0, phase: "write_cell" },
  };
}

function time(day: number): string {
  return formatTime(momentOf(day));
}
