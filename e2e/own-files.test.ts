import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import { headline, openEmpty } from "./data-files";
import { expect, test } from "./test";

const FILES = ["loans", "payments", "visits", "scores", "calls", "regions"];
const inOwnFiles = (name: string) => new URL(`own-files/${name}.csv`, import.meta.url);

type Row = Record<string, string>;

function rowsOf(csv: string): Row[] {
  return papaparse.parse<Row>(csv.trim(), { header: true }).data;
}

/** Moments and decimals in one way of writing, whatever their zeros. Whole numbers stay: ids have zeros at the front. */
function plainly(text: string): string {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return new Date(text).toISOString();
  return /^\d+\.\d+$/.test(text) ? String(Number(text)) : text;
}

test("six files whose keys and times are written in six ways become the table that pandas makes of them, in fourteen actions", async ({
  page,
}) => {
  await openEmpty(page);
  let actions = 0;
  const act = async (press: () => Promise<unknown>) => {
    actions++;
    await press();
  };
  const press = (name: string | RegExp) => act(() => page.getByRole("button", { name }).click());

  await act(() =>
    page
      .locator('input[type="file"]')
      .first()
      .setInputFiles(FILES.map((name) => inOwnFiles(name).pathname)),
  );
  await press(/^calls/);
  await act(() => page.getByRole("radio", { name: /One time/ }).check());
  await press(/^regions/);
  await press(/^True since 1970-01-01/);
  await press("Store all 6 files");
  await press("Choose what to predict");
  await press("loans");
  await expect(headline(page)).toContainText("For each of 120 rows of loans");
  await press("Watch it being made");
  await press("More");
  const download = page.waitForEvent("download");
  await act(() => page.getByRole("menuitem", { name: "Download CSV" }).click());
  const path = await (await download).path();
  expect(actions).toBeLessThanOrEqual(14);

  const made = rowsOf(await readFile(path, "utf8"));
  const answers = rowsOf(await readFile(inOwnFiles("answers"), "utf8"));
  const names = Object.keys(answers[0] ?? {});
  const cellsOf = (rows: Row[]) =>
    rows.map((row) => names.map((name) => plainly(row[name] ?? "no such column")));
  expect(cellsOf(made)).toEqual(cellsOf(answers));
});
