import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
  {
    what: "ids that another program wrote as 1.0",
    text: lines(
      "movie_id,at,stars",
      "1.0,2024-01-01,4",
      "2.0,2024-01-02,5",
      ",2024-01-02,3",
      "3.0,2024-01-03,2",
    ),
    key: ["movie_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 4n],
      [2n, day("2024-01-02"), 5n],
      [3n, day("2024-01-03"), 2n],
    ],
    rejected: [[4, "movie_id"]],
    told: [/^“movie_id” is empty in 1 of the 4 rows looked at: that row would be left out/],
  },
  {
    what: "an id that is blank once",
    text: lines(
      "user_id,at,clicks,score",
      "1,2024-01-01,3,0.5",
      "2,2024-01-02,3,0.75",
      ",2024-01-03,9,0.5",
      "2,2024-01-04,4,1.5",
    ),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 3n, 0.5],
      [2n, day("2024-01-02"), 3n, 0.75],
      [2n, day("2024-01-04"), 4n, 1.5],
    ],
    rejected: [[4, "user_id"]],
    told: [/^“user_id” is empty in 1 of the 4 rows looked at/],
  },
  {
    what: "nothing but measurements: no key is proposed",
    text: lines("at,clicks,score", "2024-01-01,3,5", "2024-01-02,4,5"),
    key: [],
    event: "at",
    rows: [
      [day("2024-01-01"), 3n, 5n],
      [day("2024-01-02"), 4n, 5n],
    ],
    told: [/^No column that names what a row is about was found/],
  },
  {
    what: "19 digits, one of them ruined",
    text: lines(
      "tweet_id,at,likes",
      "1294030472427835393,2020-08-13,3",
      "1.25018E+18,2020-08-14,5",
      "1294030472427835394,2020-08-15,6",
      "1294030472427835395,2020-08-15,7",
    ),
    key: ["tweet_id"],
    event: "at",
    rows: [
      ["1294030472427835393", day("2020-08-13"), 3n],
      ["1.25018E+18", day("2020-08-14"), 5n],
      ["1294030472427835394", day("2020-08-15"), 6n],
      ["1294030472427835395", day("2020-08-15"), 7n],
    ],
    told: [/^“tweet_id” is read as text: some of its numbers have more digits/],
  },
  {
    what: "codes with leading zeros",
    text: lines("zip,at,n", "07307,2024-01-01,1", "10001,2024-01-02,2"),
    key: ["zip"],
    event: "at",
    rows: [
      ["07307", day("2024-01-01"), 1n],
      ["10001", day("2024-01-02"), 2n],
    ],
  },
  {
    what: "NA is Namibia",
    text: lines("cc,at,n", "NA,2024-01-01,1", "NC,2024-01-02,2", "NA,2024-01-04,4"),
    key: ["cc"],
    event: "at",
    rows: [
      ["NA", day("2024-01-01"), 1n],
      ["NC", day("2024-01-02"), 2n],
      ["NA", day("2024-01-04"), 4n],
    ],
  },
  {
    what: "odd words for null",
    text: lines(
      "id,at,a,b,c",
      "1,2024-01-01,1.5,2,3",
      "1,2024-01-02,.,?,missing",
      "2,2024-01-03,2.5,3,4",
      "2,2024-01-04,3.5,4,5",
    ),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 1.5, 2n, 3n],
      [1n, day("2024-01-02"), null, null, null],
      [2n, day("2024-01-03"), 2.5, 3n, 4n],
      [2n, day("2024-01-04"), 3.5, 4n, 5n],
    ],
    told: [/^In “a”, “\.” is read as null\.$/, /^In “b”, “\?” is/, /^In “c”, “missing” is/],
  },
  {
    what: "a word among numbers is called null by one press, and the note goes",
    text: lines(
      "id,at,a",
      "1,2024-01-01,1.5",
      "1,2024-01-02,closed",
      "2,2024-01-03,closed",
      "2,2024-01-04,3.5",
    ),
    take: [/^Read it as numbers, and “closed” as null$/],
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 1.5],
      [1n, day("2024-01-02"), null],
      [2n, day("2024-01-03"), null],
      [2n, day("2024-01-04"), 3.5],
    ],
    told: [/^In “a”, “closed” is read as null\.$/],
  },
  {
    what: "true and false in any case, and null",
    text: lines("id,at,flag", "1,2024-01-01,true", "1,2024-01-02,FALSE", "2,2024-01-04,null"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), true],
      [1n, day("2024-01-02"), false],
      [2n, day("2024-01-04"), null],
    ],
    told: [/^In “flag”, “null” is read as null\.$/],
  },
  {
    what: "one question mark among many numbers",
    text: lines(
      "id,at,kw",
      ...Array.from({ length: 10 }, (_, n) => `${n % 4},2024-01-01 0${n}:00,${n === 7 ? "?" : `${n}.25`}`),
    ),
    key: ["id"],
    event: "at",
    rows: Array.from({ length: 10 }, (_, n) => [
      BigInt(n % 4),
      `2024-01-01T0${n}:00:00Z`,
      n === 7 ? null : n + 0.25,
    ]),
    told: [/^In “kw”, “\?” is read as null\.$/],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
