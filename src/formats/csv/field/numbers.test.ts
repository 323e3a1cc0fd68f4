import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
  {
    what: "a point before three digits, and decimal commas elsewhere",
    text: lines(
      "account;booked;amount;fee",
      "1;2024-01-15;1.250;0,50",
      "1;2024-01-16;3.000;1,25",
      "2;2024-01-17;12.500;0,75",
      "2;2024-01-18;985;2,00",
    ),
    key: ["account"],
    event: "booked",
    rows: [
      [1n, day("2024-01-15"), 1250n, 0.5],
      [1n, day("2024-01-16"), 3000n, 1.25],
      [2n, day("2024-01-17"), 12500n, 0.75],
      [2n, day("2024-01-18"), 985n, 2],
    ],
    told: [/^In “amount”, “1\.250” is 1250: other columns begin their decimals with a comma\.$/],
  },
  {
    what: "a point before three digits, and nothing else says which: asked",
    text: lines("account;booked;amount", "1;2024-01-15;1.250", "1;2024-01-16;3.000"),
    take: [/^1\.250: the point begins the decimals$/],
    key: ["account"],
    event: "booked",
    rows: [
      [1n, day("2024-01-15"), 1.25],
      [1n, day("2024-01-16"), 3],
    ],
    asked: [/^In “amount”, is 1\.250 in thousands, or does its point begin the decimals\?$/],
  },
  {
    what: "a point before three digits beside decimal points",
    text: lines("device_id,at,a,b", "1,2024-01-15,1.250,0.5", "1,2024-01-16,3.125,0.25"),
    key: ["device_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-15"), 1.25, 0.5],
      [1n, day("2024-01-16"), 3.125, 0.25],
    ],
  },
  {
    what: "a sign of money, and minus as parentheses",
    text: lines("acct,date,amount", "1,2024-01-01,$400.00", "1,2024-01-02,($30.00)", "2,2024-01-03,$1.50"),
    key: ["acct"],
    event: "date",
    rows: [
      [1n, day("2024-01-01"), 400],
      [1n, day("2024-01-02"), -30],
      [2n, day("2024-01-03"), 1.5],
    ],
    told: [/^In “amount”, \$ is no part of the numbers: “\$400\.00” is 400\.$/],
  },
  {
    what: "per cent",
    text: lines("acct,date,rate", "1,2024-01-01,12.5%", "1,2024-01-02,0.5%", "2,2024-01-03,100%"),
    key: ["acct"],
    event: "date",
    rows: [
      [1n, day("2024-01-01"), 12.5],
      [1n, day("2024-01-02"), 0.5],
      [2n, day("2024-01-03"), 100],
    ],
    told: [/^In “rate”, % is no part of the numbers: “12\.5%” is 12\.5\.$/],
  },
  {
    what: "lakhs, and a minus that is no hyphen",
    text: lines("acct,date,amount,change", '1,2024-01-01,"12,34,567.5",\u22122', '1,2024-01-02,"1,234.5",3'),
    key: ["acct"],
    event: "date",
    rows: [
      [1n, day("2024-01-01"), 1234567.5, -2n],
      [1n, day("2024-01-02"), 1234.5, 3n],
    ],
  },
  {
    what: "thousands in quotes",
    text: lines("id,at,amount", '1,2024-01-01,"100,000.00"', '2,2024-01-02,"1,250.50"', "3,2024-01-03,7"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 100000],
      [2n, day("2024-01-02"), 1250.5],
      [3n, day("2024-01-03"), 7],
    ],
  },
  {
    what: "no-break spaces between thousands",
    text: lines("id;at;ca", "1;2024-01-01;1\u00a0234,56", "1;2024-01-02;29\u00a0000,00", "2;2024-01-03;12,5"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 1234.56],
      [1n, day("2024-01-02"), 29000],
      [2n, day("2024-01-03"), 12.5],
    ],
  },
  {
    what: "tabs between decimals with commas",
    text: lines("id\tat\tX", "1\t2024-01-01\t120,5", "2\t2024-01-03\t0,5"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 120.5],
      [2n, day("2024-01-03"), 0.5],
    ],
  },
  {
    what: "decimal points and commas in one column",
    text: lines("id;at;x", "1;2024-01-01;1.5", "1;2024-01-02;2,5", "2;2024-01-03;3.25", "2;2024-01-04;4,75"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), "1.5"],
      [1n, day("2024-01-02"), "2,5"],
      [2n, day("2024-01-03"), "3.25"],
      [2n, day("2024-01-04"), "4,75"],
    ],
    told: [
      /^“x” holds numbers that are written in more than one way, such as “1\.5” and “2,5”: it is read as text\.$/,
    ],
  },
  {
    what: "more digits than a decimal number keeps",
    text: lines(
      "id,at,ref",
      "1,2024-01-01,12.5",
      "1,2024-01-02,9007199254740993",
      "2,2024-01-03,1294030472427835393",
    ),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), "12.5"],
      [1n, day("2024-01-02"), "9007199254740993"],
      [2n, day("2024-01-03"), "1294030472427835393"],
    ],
    told: [
      /^“ref” is read as text: some of its numbers have more digits than a number with decimals keeps\.$/,
    ],
  },
  {
    what: "infinities, and NaN for null",
    text: lines("id,at,x", "1,2024-01-01,1.5", "1,2024-01-02,inf", "2,2024-01-03,-inf", "2,2024-01-04,NaN"),
    key: ["id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 1.5],
      [1n, day("2024-01-02"), Number.POSITIVE_INFINITY],
      [2n, day("2024-01-03"), Number.NEGATIVE_INFINITY],
      [2n, day("2024-01-04"), null],
    ],
    told: [/^In “x”, “NaN” is read as null\.$/],
  },
  {
    what: "a point before three digits in several columns is asked about once",
    text: lines("account;booked;amount;fee", "1;2024-01-15;1.250;2.125", "1;2024-01-16;3.000;4.250"),
    take: [/^1\.250: the point begins the decimals$/],
    key: ["account"],
    event: "booked",
    rows: [
      [1n, day("2024-01-15"), 1.25, 2.125],
      [1n, day("2024-01-16"), 3, 4.25],
    ],
    asked: [/^In “amount” and “fee”, is 1\.250 in thousands, or does its point begin the decimals\?$/],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
