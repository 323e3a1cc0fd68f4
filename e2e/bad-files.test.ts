import { chooseFile, headline, openEmpty } from "./data-files";
import { expect, test } from "./test";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3]);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

/** What is dropped, the headline that answers, and a sentence that says more. */
const cases: [title: string, content: string | Uint8Array, headline: string, sentence: string | RegExp][] = [
  ["an empty file", "", "bad.csv cannot be read.", "The file is empty."],
  ["column names alone", "user_id,at\n", "bad.csv has column names and no rows.", "Add rows below that line"],
  ["a picture", PNG, "bad.csv cannot be read.", "It is a PNG picture."],
  ["NUL bytes", "user_id,at,x\n1,2025-01-01,a\u0000b\n", "bad.csv cannot be read.", "bytes that no text has"],
  [
    "ragged rows",
    "user_id,at,x\n1,2025-01-01,1\n2,2025-01-02\n3,2025-01-03,3,4\n",
    "bad.csv has 3 rows. 1 is ready; 2 cannot be read and would be left out.",
    "Line 3, x: is missing: the row has 2 cells, where 3 are expected.",
  ],
  [
    "a quote that is never closed",
    'user_id,at,x\n1,2025-01-01,a\n2,2025-01-02,"b\n3,2025-01-03,c\n',
    "bad.csv has 3 rows. 2 are ready; 1 cannot be read and would be left out.",
    /Line 3, x: .*quote/,
  ],
  [
    "a time column of words and dates",
    "user_id,at\n1,2025-01-01\n2,unknown\n3,2025-01-03\n4,later\n",
    "bad.csv has 4 rows. Choose the event time: the column that says when each row happened.",
    "“at” is part times, part words",
  ],
  [
    "names that are blank or taken",
    "__proto__,,a,a,at\n1,2,3,4,2025-01-01\n",
    "bad.csv has 1 row. It is ready.",
    "Column 2 has no name: it is called “column_2” here.",
  ],
  [
    "Latin-1",
    latin1("user_id,at,name\n1,2025-01-01,Zo\u00eb\n"),
    "bad.csv has 1 row. It is ready.",
    "it is read as windows-1252 (Latin-1)",
  ],
];

test("a file that cannot be read as it is is answered with a clear sentence, and the way back is open", async ({
  page,
}) => {
  await openEmpty(page);
  for (const [title, content, said, sentence] of cases)
    await test.step(title, async () => {
      await chooseFile(page, "bad.csv", content);
      await expect(headline(page)).toHaveText(said);
      await expect(page.getByRole("main")).toContainText(sentence);
      await page.getByRole("button", { name: /^(Put it away|Not now)$/ }).click();
      await expect(page.getByText("Nothing of it was stored.")).toBeVisible();
      await page.getByRole("button", { name: "Bring it back" }).click();
      await expect(headline(page)).toHaveText(said);
      await page.getByRole("button", { name: /^(Put it away|Not now)$/ }).click();
      await expect(page.getByText("Nothing of it was stored.")).toBeVisible();
    });
});

test("UTF-16, a byte order mark, numbers beyond 2^53 and markup come through as they are", async ({
  page,
}) => {
  await openEmpty(page);
  const text =
    "user_id,at,name\n9007199254740993,2025-01-01,<b>Zoë</b>\n9007199254740993,2025-01-02,<script>document.title='run'</script>\n";
  await chooseFile(page, "wide.csv", utf16(text));
  await expect(headline(page)).toHaveText("wide.csv has 2 rows. All are ready.");
  await page.getByRole("button", { name: "Store 2 rows" }).click();
  await page.getByRole("link", { name: "Look at wide" }).click();
  const grid = page.getByRole("grid", { name: "Rows of wide" });
  await expect(grid.getByText("9007199254740993").first()).toBeVisible();
  await expect(grid.getByText("<b>Zoë</b>")).toBeVisible();
  expect(await page.title()).toBe("Data · microFS");
});

test("a key column that is empty is refused with a way out, and nothing is stored", async ({ page }) => {
  await openEmpty(page);
  await chooseFile(page, "bad.csv", "user_id,at,n\n,2025-01-01,1\n,2025-01-02,2\n");
  await page.getByLabel("Entity key").selectOption("user_id");
  await expect(page.getByText(/The key “user_id” is empty in all 2 rows/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Store/ })).toBeDisabled();
});
