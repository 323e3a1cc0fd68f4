import type { Page } from "@playwright/test";
import { dropFiles, headline, openEmpty, type TestFile } from "./data-files";
import { expect, test } from "./test";

/* What people met in files elsewhere, once each in the browser: told, asked, corrected. Many more stand in src/formats/csv/field. */

const file = (name: string, ...lines: string[]): TestFile => ({
  name: `${name}.csv`,
  text: `${lines.join("\n")}\n`,
});

/** Shows the file of that name among those that wait. */
const show = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^${name} ?new,`) }).click();

const column = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}, `) });
const notes = (page: Page) => page.getByRole("region", { name: "What to look at" });
const offer = (page: Page, name: string) => notes(page).getByRole("button", { name });
const store = (page: Page) => page.getByRole("button", { name: /^Store \d/ });
const eventTime = (page: Page) => page.getByLabel("Event time: when it happened");

test("zeros that come late are told before storing: kept as text, or stored so by a word", async ({
  page,
}) => {
  const late = (name: string) =>
    file(
      name,
      "zip,at,n",
      ...Array.from({ length: 20_000 }, (_, n) => `${10_000 + n},2024-01-01T10:00Z,${n}`),
      "07307,2024-02-01T10:00Z,1",
    );
  await openEmpty(page);
  await dropFiles(page, late("codes"), late("numbers"));
  await expect(headline(page)).toHaveText(
    /^codes\.csv has 20\s001 rows\. All can be read, but 1 value would not be kept as written\.$/,
  );
  const lost = page.getByRole("region", { name: "What would be lost" });
  await expect(lost).toContainText(
    "In “zip”, 1 value begins with zeros that numbers do not keep: 07307 would become 7307.",
  );
  await expect(page.getByRole("button", { name: /^Store 20/ })).toBeDisabled();
  await lost.getByRole("button", { name: "Read zip as text" }).click();
  await expect(headline(page)).toHaveText(/^codes\.csv has 20\s001 rows\. All are ready\.$/);
  await expect(column(page, "zip")).toHaveAccessibleName(/^zip, string/);
  await store(page).click();
  await expect(headline(page)).toContainText("are stored in codes");

  await page.getByRole("button", { name: "Go on with numbers.csv" }).click();
  await lost.getByRole("button", { name: "Store it so" }).click();
  await expect(lost.getByRole("status")).toHaveText("It will be stored so.");
  await store(page).click();
  await expect(headline(page)).toContainText("are stored in numbers");
  await expect(page.getByRole("main")).toContainText("07307 became 7307");
});

test("times: nanoseconds, digits, a day with its time of day, a second time, a day without an hour", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(
    page,
    file("nano", "host,time,load", "a,1704067200000000000,0.5", "b,1704067320123456000,1"),
    file("digits", "station,date,tmax", "US1,20240115,31", "US2,20240229,40"),
    file("rooms", "room,Date,Time,temp", "1,2024-05-01,08:00:00,20.5", "1,2024-05-02,17:30:00,23.5"),
    file(
      "orders",
      "user_id,at,updated_at,n",
      "1,2024-03-01T10:00Z,2024-03-01T12:00Z,5",
      "2,2024-03-02T10:00Z,2024-03-04T12:00Z,6",
    ),
    file("scores", "user_id,scored_on,score", "1,2024-03-01,5", "2,2024-03-02,6"),
  );
  await expect(headline(page)).toHaveText("nano.csv has 2 rows. All are ready.");
  await expect(page.getByText("1 Jan 2024, nanoseconds since 1970")).toBeVisible();

  await show(page, "digits");
  await expect(notes(page)).toContainText("In “date”, the number 20240115 is read as a day: 2024-01-15");
  await expect(offer(page, "Read it as a number")).toBeVisible();

  await show(page, "rooms");
  await expect(headline(page)).toContainText("Answer the question first.");
  const preview = page.getByRole("grid", { name: "The first rows of rooms.csv" });
  await page.getByRole("radio", { name: "One time, “Date Time”" }).check();
  await expect(eventTime(page)).toHaveValue("Date Time");
  await expect(preview).toContainText("2024-05-02 17:30:00");
  await page
    .getByRole("radio", { name: /^Two columns: all of a day counts as known from its 00:00 on/ })
    .check();
  await expect(eventTime(page)).toHaveValue("Date");
  await expect(notes(page)).toContainText("In “Date” no hour is known");
  await offer(page, "Make one time of both").click();
  await expect(eventTime(page)).toHaveValue("Date Time");

  await show(page, "orders");
  await expect(
    page.getByText("“updated_at” never lies before “at”. Is it when you learned of a row?"),
  ).toBeVisible();
  await page.getByRole("radio", { name: "A row counts as known from its “updated_at” on" }).check();
  await expect(headline(page)).toHaveText("orders.csv has 2 rows. All are ready.");
  await expect(page.getByText(/never before at/)).toBeVisible();

  await show(page, "scores");
  await expect(notes(page)).toContainText(
    "In “scored_on” no hour is known: each row counts as known from 00:00",
  );
  await offer(page, "Use each row a day later").click();
  await expect(page.getByText("and can be used 1d later")).toBeVisible();
  await expect(page.getByText("no hour is known")).toHaveCount(0);
});

test("where the table stands: titles, years for names, units, commas at the ends, blanks between and around", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(
    page,
    file(
      "titled",
      "Sales report",
      "Generated by Shop 7",
      "",
      "user_id,at,n",
      "1,2024-01-01T10:00Z,2",
      "2,2024-01-02T10:00Z,3",
    ),
    file("years", "region,day,2023,2024", "EMEA,2024-01-01T10:00Z,10,20", "APAC,2024-01-02T10:00Z,5,6"),
    file(
      "units",
      "station,time,depth,temp",
      ",UTC,m,degree_C",
      ...[0, 1, 2, 3].map((hour) => `1,2024-01-01T0${hour}:00Z,5.5,11.${hour}`),
    ),
    file("commas", "user_id,at,n", "1,2024-01-01T10:00Z,2,", "2,2024-01-02T10:00Z,3,"),
    file("lined", "1303132929   523", "1303132935  1526", "1303132942    98"),
    file("spaced", "user, at, name", '1, 2024-01-01T10:00Z, "Doe"', '2, 2024-01-02T10:00Z, "Ann"'),
  );
  await expect(headline(page)).toHaveText("titled.csv has 2 rows. All are ready.");
  await expect(notes(page)).toContainText("The names are on line 4; lines 1 to 3 are left out.");
  await page.getByText(/^How the file is read/).click();
  const begins = page.getByLabel("The table begins on");
  await begins.selectOption("5");
  await expect(eventTime(page)).toHaveValue("column_2");
  await expect(notes(page)).toContainText("The rows begin on line 5; lines 1 to 4 are left out.");
  await begins.selectOption("4");
  await expect(eventTime(page)).toHaveValue("at");
  await page.getByRole("radio", { name: "a row like the others" }).click();
  await expect(headline(page)).toHaveText(/^titled\.csv has 3 rows\./);
  await page.getByRole("radio", { name: "the columns’ names" }).click();
  await expect(headline(page)).toHaveText("titled.csv has 2 rows. All are ready.");

  await show(page, "units");
  await expect(headline(page)).toHaveText(
    "units.csv has 5 rows. 4 are ready; 1 cannot be read and would be left out.",
  );
  await expect(column(page, "depth")).toHaveAccessibleName(/^depth, float64/);
  await expect(page.getByLabel("Entity key")).toHaveValue("station");

  await show(page, "commas");
  await expect(headline(page)).toHaveText("commas.csv has 2 rows. All are ready.");
  await expect(notes(page)).toContainText("2 rows end with a blank cell past the last column");

  await show(page, "spaced");
  await expect(notes(page)).toContainText("Blanks around the texts of “name” are left off.");
  await expect(page.getByRole("grid", { name: "The first rows of spaced.csv" })).not.toContainText('"Doe"');

  await show(page, "lined");
  await expect(notes(page)).toContainText("Blanks stand between the cells");
  await offer(page, "All rows are about “lined”").click();
  await expect(page.getByLabel("Entity key")).toHaveValue("entity");
  await store(page).click();
  await expect(page.getByText("3 rows read = 3 stored")).toBeVisible();

  await show(page, "years");
  await store(page).click();
  await page.getByRole("link", { name: "Look at years" }).click();
  await expect(page.getByRole("grid", { name: "Rows of years" }).getByRole("columnheader")).toHaveText([
    /row/,
    /region/,
    /day/,
    /2023/,
    /2024/,
  ]);
});

test("numbers: points that may be thousands, units, words for null; and JSON is refused with a way on", async ({
  page,
}) => {
  await openEmpty(page);
  await dropFiles(
    page,
    file(
      "points",
      "account;booked;amount;fee",
      "1;2024-01-15 10:00;1.250;2.125",
      "1;2024-01-16 10:00;3.000;4.500",
    ),
    file("rates", "acct,at,rate", "1,2024-01-01 10:00,12.5%", "1,2024-01-02 10:00,0.5%"),
    file("words", "id,at,a", "1,2024-01-01 10:00,1.5", "1,2024-01-02 10:00,closed", "2,2024-01-03 10:00,2.5"),
    file("rows", '[{"user_id": 1, "at": "2024-01-01"}]'),
  );
  await expect(headline(page)).toContainText("Say how “amount” and “fee” are meant.");
  await page.getByRole("radio", { name: "1.250: the point begins the decimals" }).check();
  await expect(headline(page)).toHaveText("points.csv has 2 rows. All are ready.");
  for (const name of ["amount", "fee"])
    await expect(column(page, name)).toHaveAccessibleName(new RegExp(`^${name}, float64`));

  await show(page, "rates");
  await expect(column(page, "rate")).toHaveAccessibleName(/^rate, float64/);
  await expect(notes(page)).toContainText("% is no part of the numbers: “12.5%” is 12.5.");

  await show(page, "words");
  await expect(notes(page)).toContainText("“a” is part numbers, part words");
  await offer(page, "Read it as numbers, and “closed” as null").click();
  await expect(notes(page)).toContainText("In “a”, “closed” is read as null.");
  await expect(page.getByText("part words")).toHaveCount(0);
  await store(page).click();
  await expect(page.getByText("3 rows read = 3 stored")).toBeVisible();

  await page.getByRole("button", { name: /^rows/ }).click();
  await expect(headline(page)).toHaveText("rows.csv cannot be read.");
  await expect(page.getByRole("main")).toContainText(
    "This is JSON, not CSV. Save its rows as CSV first. In Python: pandas.read_json",
  );
  await page.getByRole("button", { name: "Put it away" }).click();
  await expect(headline(page)).not.toContainText("rows.csv");
});
