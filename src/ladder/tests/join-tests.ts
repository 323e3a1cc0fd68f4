import { type DrawnTest, testOf } from "./drawn-test";
import type { JoinTest } from "./join-test";

/** The tests of a join as they are drawn. A small letter is a payment of the first user, a capital one of the second. */
const DRAWN: readonly DrawnTest[] = [
  {
    name: "last_before",
    title: "the last one before",
    about: "asked on day 7, with three payments before",
    users: [{ events: ["a--b-c--d-"], asked: "-------?--" }],
  },
  {
    name: "nothing_before",
    title: "nothing before",
    about: "asked on day 1; the one payment is entered on day 0, for day 3",
    users: [{ events: ["|~~a------"], asked: "-?--------" }],
  },
  {
    name: "same_moment",
    title: "the same moment",
    about: "asked on day 2, at the moment of two payments; of two at one moment the last entered counts",
    users: [{ events: ["--a-------", "--b-------"], asked: "--?-------" }],
  },
  {
    name: "too_old",
    title: "too old, TTL 4",
    about: "asked on days 4 and 5; a payment counts for four days",
    users: [{ events: ["a---------"], asked: "----??----" }],
  },
  {
    name: "known_later",
    title: "known later",
    about: "asked on days 3 and 5; the payment of day 1 becomes known on day 5",
    users: [{ events: ["-a~~~|----"], asked: "---?-?----" }],
  },
  {
    name: "own_row",
    title: "each its own row",
    about: "asked on days 1, 4 and 6; the payment of day 2 becomes known on day 6",
    users: [{ events: ["a-c~~~|---", "---b------"], asked: "-?--?-?---" }],
  },
  {
    name: "somebody_else",
    title: "somebody else’s",
    about: "two users, each asked on day 4; capital letters are the second user’s",
    users: [
      { events: ["-a--------"], asked: "----?-----" },
      { events: ["--B-------"], asked: "----?-----" },
    ],
  },
];

/** Of a join that is written as a whole, which may be given no TTL at all. */
const NO_TTL: DrawnTest = {
  name: "no_ttl",
  title: "no TTL",
  about: "asked on day 9; here the TTL is none, and a payment counts however old it is",
  ttlDays: null,
  users: [{ events: ["a---------"], asked: "---------?" }],
};

/** The tests of a join: one for each part of the rule. They are the same in every language. */
export const JOIN_TESTS: readonly JoinTest[] = DRAWN.map(testOf);

/** The tests of a join that is written by hand: the same, and one without a TTL. */
export const WRITTEN_JOIN_TESTS: readonly JoinTest[] = [...JOIN_TESTS, testOf(NO_TTL)];
