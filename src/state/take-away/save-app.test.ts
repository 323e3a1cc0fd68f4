import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createApp } from "../app";
import { OWN } from "../document";
import { saveApp } from "./save-app";

const FILE = '<!doctype html><html><head></head><body><div id="root"></div></body></html>';

/** What the browser was given to save: under which name, and its text. */
let saved: { name: string; blob: Blob } | null = null;

beforeEach(() => {
  saved = null;
  let blob = new Blob();
  vi.stubGlobal(
    "URL",
    Object.assign(URL, {
      createObjectURL: (given: Blob) => {
        blob = given;
        return "blob:1";
      },
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved = { name: this.download, blob };
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function appWith(file: (() => Promise<string>) | undefined) {
  return createApp(OWN, {
    worker: () => Promise.reject(new Error("no store is needed")),
    ...(file && { file }),
  });
}

const textOf = (blob: Blob | undefined) =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(blob ?? new Blob());
  });

test("the app alone is saved as it is, and its size is told in bytes", async () => {
  const app = appWith(async () => FILE);
  expect(await saveApp(app, null, "microfs.html")).toBe(FILE.length);
  expect(saved?.name).toBe("microfs.html");
  expect(await textOf(saved?.blob)).toBe(FILE);
});

test("with a plan it is the same file, with the plan before the end of its body", async () => {
  const app = appWith(async () => FILE);
  await saveApp(app, { start: "/present", plan: { title: "mine" } }, "microfs-mine.html");
  expect(saved?.name).toBe("microfs-mine.html");
  expect(await textOf(saved?.blob)).toBe(
    FILE.replace(
      "</body>",
      '<script type="application/json" id="microfs-start">"/present"</script>' +
        '<script type="application/json" id="microfs-plan">{"title":"mine"}</script></body>',
    ),
  );
});

test("nothing is saved where the file cannot be had, or the app is a part of a page", async () => {
  const refused = appWith(() => Promise.reject(new Error("gone")));
  await expect(saveApp(refused, null, "microfs.html")).rejects.toThrow("gone");
  await expect(saveApp(appWith(undefined), null, "microfs.html")).rejects.toThrow(RangeError);
  expect(saved).toBeNull();
});
