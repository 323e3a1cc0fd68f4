import { expectAccessible } from "./accessibility";
import { openDemoStore, trainingRows } from "./demo-store";
import { expect, test } from "./test";

declare global {
  interface Window {
    /** What a page's look-ups found until it was told that the run is over. */
    lookUps: { isTold: boolean; statuses: (string | undefined)[] };
  }
}

test("a reload loses nothing", async ({ page }) => {
  await openDemoStore(page);
  await page.goto("./#/lab/train?row=3&phase=write_cell");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  const before = await trainingRows(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("50.00");
  expect(await trainingRows(page)).toEqual(before);
});

test("another tab hears of a change and shows it", async ({ page, context }) => {
  await openDemoStore(page);
  await page.goto("./#/lab/train");
  await expect(page.getByText("4 rows ·")).toBeVisible();
  const other = await context.newPage();
  await other.goto("./#/lab/data");
  await other.waitForFunction(() => "microfs" in window);
  await expect(other.getByText("2 groups · 6 rows")).toBeVisible();
  await other.evaluate(() =>
    window.microfs.insert("user_activity", [{ user_id: 2, activity_count: 1, timestamp: "2025-11-06" }]),
  );
  await expect(page.getByText("5 rows ·")).toBeVisible();
});

test("two tabs that write at once both get all of their rows in", async ({ page, context }) => {
  await openDemoStore(page);
  const other = await context.newPage();
  await other.goto("./#/lab/data");
  await expect(other.getByText("2 groups · 6 rows")).toBeVisible();
  const insertTwenty = async (user: number) => {
    for (let day = 1; day <= 20; day++) {
      const timestamp = `2025-10-${String(day).padStart(2, "0")}`;
      await window.microfs.insert("user_payments", [{ user_id: user, total_spend: day, timestamp }]);
    }
  };
  await Promise.all([page.evaluate(insertTwenty, 7), other.evaluate(insertTwenty, 8)]);
  await expect(page.getByText("2 groups · 46 rows")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 groups · 46 rows")).toBeVisible();
});

test("look-ups answer while 100 000 keys are being materialized, in this tab and another, and see all of them after", async ({
  page,
  context,
}) => {
  test.slow();
  await openDemoStore(page);
  await page.evaluate(async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({
      user_id: i,
      total_spend: i,
      timestamp: 1.76e12 + i,
    }));
    await window.microfs.insert("user_payments", rows);
  });
  const other = await context.newPage();
  await other.goto("./#/lab/data");
  await other.waitForFunction(() => "microfs" in window);

  // Each tab looks up until the run has resolved, which it hears of from the test.
  const lookUpUntilTold = () => {
    const lookUps: Window["lookUps"] = { isTold: false, statuses: [] };
    window.lookUps = lookUps;
    const lookOn = async () => {
      while (!lookUps.isTold) {
        const { joins } = await window.microfs.getOnlineFeatures("spend_at_activity", { user_id: 99_999 });
        if (!lookUps.isTold) lookUps.statuses.push(joins[0]?.status);
      }
    };
    void lookOn();
  };
  await other.evaluate(lookUpUntilTold);
  await page.evaluate(lookUpUntilTold);
  const written = await page.evaluate(
    async () => (await window.microfs.materialize("user_payments")).written,
  );
  const seen = await Promise.all(
    [page, other].map((tab) =>
      tab.evaluate(async () => {
        const { lookUps } = window;
        lookUps.isTold = true;
        const { joins } = await window.microfs.getOnlineFeatures("spend_at_activity", { user_id: 99_999 });
        return { during: lookUps.statuses, after: joins[0]?.status };
      }),
    ),
  );

  expect(written).toBe(100_000);
  for (const { during, after } of seen) {
    // The run writes in 400 steps; had look-ups to wait for it, there would be one answer or two.
    expect(during.filter((status) => status === "not_found").length).toBeGreaterThan(20);
    // Nothing is seen of the run before all of it is.
    expect(during.lastIndexOf("not_found")).toBeLessThan(during.concat("found").indexOf("found"));
    expect(after).toBe("found");
  }
});

test("the console's verbs give Arrow tables and exact integers", async ({ page }) => {
  await openDemoStore(page);
  const seen = await page.evaluate(async () => {
    const { table, joins } = await window.microfs.getTrainingData("spend_at_activity");
    await window.microfs.materialize("user_payments");
    const online = await window.microfs.getOnlineFeatures(
      "spend_at_activity",
      { user_id: 1 },
      { now: "2025-11-06" },
    );
    const code = await window.microfs
      .getTrainingData("nothing")
      .catch((error: { code: string }) => error.code);
    return {
      spend: [...(table.getChild("total_spend") ?? [])],
      index: [...(joins[0]?.index ?? [])],
      online,
      code,
    };
  });
  expect(seen.spend).toEqual([null, null, 50, 100.5]);
  expect(seen.index).toEqual([-1, -1, 1, 0]);
  expect(seen.online.values).toEqual({
    user_id: 1n,
    activity_count: null,
    timestamp: null,
    total_spend: 100.5,
  });
  expect(seen.code).toBe("feature_view_not_found");
});

test("a stored state of a newer version is refused with a way out, and nothing is deleted unasked", async ({
  page,
}) => {
  await openDemoStore(page);
  await page.goto("about:blank");
  await page.goto("./icon.svg");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("microfs", 99);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
  );
  await page.goto("./#/lab/data");
  await expect(page.getByRole("alert")).toContainText("a newer microFS wrote it");
  await page.getByRole("button", { name: "Start over …" }).click();
  await page.getByRole("button", { name: /Delete “microfs” and start over/ }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(page.getByText("nothing leaves this browser")).toBeVisible();
});

test("a full disk is said, nothing of the insert stays, and what was there is there after a reload", async ({
  page,
  context,
  baseURL,
}) => {
  const browser = await context.newCDPSession(page);
  // Before the first visit: the browser looks the quota up once and keeps it for a while.
  await browser.send("Storage.overrideQuotaForOrigin", {
    origin: new URL(baseURL ?? "").origin,
    quotaSize: 500_000,
  });
  await openDemoStore(page);
  const code = await page.evaluate(async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => ({
      user_id: i,
      total_spend: Math.sin(i),
      timestamp: 1.7e12 + i,
    }));
    return window.microfs.insert("user_payments", rows).then(
      () => "stored",
      (error: { code: string }) => error.code,
    );
  });
  expect(code).toBe("storage_full");
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();
});

test("where the site's data is deleted under an open page, it looks first and says what is true", async ({
  page,
  context,
  baseURL,
}) => {
  await openDemoStore(page);
  await expect(page.getByText("2 groups · 6 rows")).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(baseURL ?? "").origin,
    storageTypes: "indexeddb",
  });
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("What was stored here is gone.");
  await expect(notice).not.toContainText("still");
  await expect(page.getByText("2 groups · 6 rows")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin with an empty store" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Build a training table that never sees the future.",
  );
});
