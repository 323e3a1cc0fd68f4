import { expect, test } from "vitest";
import { loadPart, MissingPartError } from "./missing-part";

test("loadPart gives what is loaded", async () => {
  expect(await loadPart(async () => ({ page: 1 }))).toEqual({ page: 1 });
});

test("loadPart says what is the matter, in words and by a code, and keeps the browser's own error", async () => {
  const own = new TypeError("Failed to fetch dynamically imported module");
  const error = await loadPart(() => Promise.reject(own)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MissingPartError);
  expect(error).toMatchObject({
    code: "missing_part",
    message: "A part of microFS could not be loaded.",
    cause: own,
  });
});
