import { tableFromIPC } from "apache-arrow";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { storeOf } from "./connection";
import { makeEdit } from "./editing";
import { exportGroup, exportTraining } from "./export";
import { DEMO, inOwnBrowser, openApp } from "./testing/open-app";

inOwnBrowser();

/** A file that was handed to the browser. */
interface Saved {
  name: string;
  blob: Blob;
}

let saved: Saved[] = [];

beforeEach(() => {
  saved = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  const createElement = () => {
    const link = { href: "", download: "" };
    const click = () => saved.push({ name: link.download, blob: blobs.get(link.href) ?? new Blob() });
    return Object.assign(link, { click });
  };
  vi.stubGlobal("document", { createElement });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const VIEW = "activity_payment_fv";

function onlyFile(): Saved {
  const [file, ...more] = saved;
  if (file === undefined || more.length > 0) throw new Error(`${saved.length} files were saved`);
  return file;
}

test("the training set is saved as CSV under its view's name, in the order of time", async () => {
  const app = await openApp(DEMO);
  await exportTraining(app, VIEW, "csv");
  const { name, blob } = onlyFile();
  expect(name).toBe("activity_payment_fv.csv");
  expect(blob.type).toBe("text/csv");
  expect((await blob.text()).split("\r\n")).toEqual([
    "user_id,activity_count,timestamp,total_spend",
    "1,10,2025-11-01T12:00:00Z,",
    "2,5,2025-11-01T12:00:00Z,",
    "2,15,2025-11-04T12:00:00Z,50",
    "1,20,2025-11-05T12:00:00Z,100.5",
    "",
  ]);
});

test("the file holds the training set as edits leave it", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
  makeEdit(app, { kind: "set", group: "user_payments", row: 0, values: { total_spend: 60 } });
  makeEdit(app, { kind: "delete", group: "user_activity", row: 0 });
  await exportTraining(app, VIEW, "csv");
  expect((await onlyFile().blob.text()).split("\r\n")).toEqual([
    "user_id,activity_count,timestamp,total_spend",
    "2,5,2025-11-01T12:00:00Z,",
    "2,15,2025-11-04T12:00:00Z,",
    "1,20,2025-11-05T12:00:00Z,60",
    "",
  ]);
});

test("edits of another view's rules are not in the file", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, { kind: "rule", view: "other", join: 0, ttlUs: "1" });
  await exportTraining(app, VIEW, "csv");
  expect(await onlyFile().blob.text()).toContain("2,15,2025-11-04T12:00:00Z,50\r\n");
});

test("as Arrow it is a table of the same columns and rows", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
  await exportTraining(app, VIEW, "arrow");
  const { name, blob } = onlyFile();
  expect(name).toBe("activity_payment_fv.arrow");
  const table = tableFromIPC(new Uint8Array(await blob.arrayBuffer()));
  expect(table.schema.fields.map((field) => field.name)).toEqual([
    "user_id",
    "activity_count",
    "timestamp",
    "total_spend",
  ]);
  expect([...(table.getChild("user_id") ?? [])]).toEqual([1n, 2n, 2n, 1n]);
  expect([...(table.getChild("total_spend") ?? [])]).toEqual([null, null, null, 100.5]);
});

test("a group is saved under the name that is asked for, as it is stored: without edits", async () => {
  const app = await openApp(DEMO);
  makeEdit(app, { kind: "delete", group: "user_payments", row: 1 });
  await exportGroup(app, "user_payments", "payments.csv", "csv");
  const { name, blob } = onlyFile();
  expect(name).toBe("payments.csv");
  expect((await blob.text()).split("\r\n")).toEqual([
    "user_id,total_spend,timestamp",
    "1,100.5,2025-11-03T12:00:00Z",
    "2,50,2025-11-03T12:00:00Z",
    "",
  ]);
});

test("a group whose texts a spreadsheet would run is saved as stored, and they are counted", async () => {
  const app = await openApp(DEMO);
  const store = storeOf(app);
  await store.createFeatureGroup({
    name: "notes",
    schema: { user_id: "int64", note: "string", at: "timestamp" },
    primaryKeys: ["user_id"],
    eventTime: "at",
  });
  await store.insert("notes", [
    { user_id: -1, note: "=1+1", at: "2025-11-01" },
    { user_id: 2, note: "plain", at: "2025-11-01" },
  ]);
  expect(await exportGroup(app, "user_payments", "payments.csv", "csv")).toBe(0);
  expect(await exportGroup(app, "notes", "notes.arrow", "arrow")).toBe(0);
  expect(await exportGroup(app, "notes", "notes.csv", "csv")).toBe(1);
  expect(await saved[2]?.blob.text()).toContain("-1,=1+1,2025-11-01T00:00:00Z");
});

test("of a view that is not there no file is saved", async () => {
  const app = await openApp(DEMO);
  await expect(exportTraining(app, "nope", "csv")).rejects.toThrow("nope");
  expect(saved).toEqual([]);
});
