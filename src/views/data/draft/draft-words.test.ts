import { expect, test } from "vitest";
import { checked, contentOf } from "../../../state/imports/testing/draft-of";
import { createdHelp, eventHelp, keyHelp } from "./column-words";
import { draftWords } from "./draft-words";

const FILE = "user_id,at,made_at\n1,2025-01-01,2025-01-01\n2,2025-01-02,2025-01-02\n";
const said = (content: Parameters<typeof draftWords>[1]) => {
  const { before, strong = "", after = "" } = draftWords("a.csv", content);
  return plain(before + strong + after);
};
/** Numbers are written with spaces that do not break. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("a small file's rows are known at once, whether they can be read only once it was checked", async () => {
  const content = await contentOf(FILE);
  expect(said(content)).toBe("a.csv has 2 rows.");
  expect(said(checked(content, 2, 2))).toBe("a.csv has 2 rows. All are ready.");
  expect(said(checked(content, 1, 1))).toBe("a.csv has 1 row. It is ready.");
});

test("of a long file the number is about, until every row was read", async () => {
  const content = await contentOf(FILE);
  const long = { ...content, sniffed: { ...content.sniffed, rowsRead: 3_151, rowsEstimated: 3_634_017 } };
  expect(said(long)).toBe(
    "a.csv has about 3 600 000 rows. The first 3 151 were looked at; all are being checked.",
  );
  expect(said(checked(long, 3_620_000, 3_619_999))).toBe(
    "a.csv has 3 620 000 rows. 3 619 999 are ready; 1 cannot be read and would be left out.",
  );
});

test("a file is not called ready while something must still be said about it", async () => {
  const content = checked(await contentOf("user_id,n\n1,2\n"), 1, 1);
  expect(said(content)).toBe(
    "a.csv has 1 row. Choose the event time: the column that says when each row happened.",
  );
});

test("a file of which nothing can be read says so", async () => {
  expect(said(checked(await contentOf(FILE), 2, 0))).toBe(
    "a.csv has 2 rows. None can be read as it is set now.",
  );
  expect(said(await contentOf("user_id,at\n"))).toBe("a.csv has column names and no rows.");
});

test("the roles are described in the numbers of the whole file", async () => {
  const { plan, sniffed } = await contentOf(FILE);
  const facts = {
    entities: 1_187,
    firstUs: 1_756_512_000_000_000n,
    lastUs: 1_764_547_200_000_000n,
    createdBefore: 0,
    createdLate: 6,
  };
  const withCreated = { ...plan, eventTime: "at", createdTime: "made_at" };
  expect(plain(keyHelp(facts, plan, sniffed.findings))).toBe("1 187 entities, never empty");
  expect(eventHelp(facts, withCreated, sniffed.findings)).toBe("30 Aug 2025 – 1 Dec 2025, year first");
  expect(createdHelp(facts, withCreated, 100)).toBe("never before at · 6 % later than 1 h");
  expect(createdHelp(facts, withCreated, 10_000)).toBe("never before at · under 1 % later than 1 h");
  expect(createdHelp({ ...facts, createdBefore: 1, createdLate: 0 }, withCreated, 100)).toBe(
    "1 row was created before at · none later than 1 h",
  );
});
