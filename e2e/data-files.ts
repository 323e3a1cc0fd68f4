import { expect, type Page } from "@playwright/test";

/** A file as a test writes it out. */
export interface TestFile {
  name: string;
  text: string;
}

export const VISITS: TestFile = {
  name: "visits.csv",
  text: [
    "user_id,visited_at,pages,churned",
    "1,2025-11-01T12:00:00Z,10,false",
    "1,2025-11-05T12:00:00Z,20,true",
    "2,2025-11-01T12:00:00Z,5,false",
    "2,2025-11-04T12:00:00Z,15,false",
    "",
  ].join("\n"),
};

/** Days that could be months, a time that is none, a row that is there twice, and one too short. */
export const PAYMENTS: TestFile = {
  name: "User Payments.csv",
  text: [
    "user_id;paid_at;amount",
    "1;03/11/2025 12:00;100,50",
    "2;02/11/2025 12:00;35,00",
    "2;03/11/2025 12:00;50,00",
    "2;05/11/2025 09:00;75,25",
    "2;05/11/2025 09:00;75,25",
    "3;06/11/2025 10:00;5,00",
    "3;07/11/2025 10:00;5,00",
    "3;08/11/2025 10:00;5,00",
    "3;soon;5,00",
    "3;09/11/2025 10:00",
    "",
  ].join("\n"),
};

/** Drops files on the first drop zone, as a person drags them from a folder. */
export async function dropFiles(page: Page, ...files: readonly TestFile[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: "text/csv" }));
    return data;
  }, files);
  await page.getByRole("button", { name: /^Drop CSV or TSV files here/ }).dispatchEvent("drop", {
    dataTransfer: transfer,
  });
}

/** Gives one file to the chooser, as bytes. */
export async function chooseFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
}

/** The headline of the page. */
export function headline(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

/** Opens the empty store. */
export async function openEmpty(page: Page): Promise<void> {
  await page.goto("./#/lab/data");
  await expect(headline(page)).toHaveText("Build a training table that never sees the future.");
}
