import type { Page } from "@playwright/test";
import type { ConsoleStore } from "../src/state/console-store";

declare global {
  interface Window {
    microfs: ConsoleStore;
  }
}

/** What a page's store held once the demo was in it: definitions and counts. A test that stores other values has the tag `@anew`. */
const demos = new WeakMap<Page, string>();

/** Takes all from the store of the page that is open, where a test before has left something there. */
export async function emptyStore(page: Page): Promise<void> {
  await page.waitForFunction(() => "microfs" in window);
  await page.evaluate(async () => {
    const { microfs } = window;
    if ((await microfs.featureGroups()).length > 0) await microfs.clear();
  });
}

function overview(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { microfs } = window;
    const held = [await microfs.featureGroups(), await microfs.featureViews()];
    return JSON.stringify(held, (_, value) => (typeof value === "bigint" ? `${value}` : value));
  });
}

/**
 * Opens the app and puts microFS's own demo into its store through the console: two users, four activities, two payments. Where
 * a page stays open and the demo is as it was, it is left alone.
 */
export async function openDemoStore(page: Page): Promise<void> {
  await page.goto("./#/lab/data");
  await page.waitForFunction(() => "microfs" in window);
  if ((await overview(page)) === demos.get(page)) return;
  await emptyStore(page);
  await page.evaluate(async () => {
    const { microfs } = window;
    const primaryKeys = ["user_id"];
    await microfs.createFeatureGroup({
      name: "user_activity",
      schema: { user_id: "int64", activity_count: "int64", timestamp: "timestamp" },
      primaryKeys,
      eventTime: "timestamp",
    });
    await microfs.createFeatureGroup({
      name: "user_payments",
      schema: { user_id: "int64", total_spend: "float64", timestamp: "timestamp" },
      primaryKeys,
      eventTime: "timestamp",
    });
    await microfs.insert("user_activity", [
      { user_id: 1, activity_count: 10, timestamp: "2025-11-01T12:00Z" },
      { user_id: 1, activity_count: 20, timestamp: "2025-11-05T12:00Z" },
      { user_id: 2, activity_count: 5, timestamp: "2025-11-01T12:00Z" },
      { user_id: 2, activity_count: 15, timestamp: "2025-11-04T12:00Z" },
    ]);
    await microfs.insert("user_payments", [
      { user_id: 1, total_spend: 100.5, timestamp: "2025-11-03T12:00Z" },
      { user_id: 2, total_spend: 50, timestamp: "2025-11-03T12:00Z" },
    ]);
    await microfs.createFeatureView({
      name: "spend_at_activity",
      labelFg: "user_activity",
      joins: [{ fgName: "user_payments", on: "user_id" }],
    });
  });
  demos.set(page, await overview(page));
}

/** The training table as it stands on the screen, row by row, without the row numbers. */
export async function trainingRows(page: Page): Promise<string[]> {
  const rows = page.getByRole("grid", { name: /Training table/ }).getByRole("row");
  const texts = await rows.evaluateAll((elements: HTMLElement[]) =>
    elements
      .filter(({ dataset }) => "row" in dataset)
      .map((row) =>
        [...row.querySelectorAll('[role="gridcell"]')]
          .slice(1)
          .map((cell) => cell.textContent)
          .join(" | "),
      ),
  );
  return texts;
}
