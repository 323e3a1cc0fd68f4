import { expect, test } from "vitest";
import { embedSnippet } from "./embed-snippet";

test("embedSnippet is one frame without a sandbox, whatever the title says", () => {
  const html = embedSnippet(
    "https://a.test/app/",
    "/cases?case=tie&embed=yes",
    'Two "ties" </iframe><script>',
  );
  const page = new DOMParser().parseFromString(html, "text/html");
  const frame = page.querySelector("iframe");
  expect(page.body.children.length).toBe(1);
  expect(frame?.src).toBe("https://a.test/app/#/cases?case=tie&embed=yes");
  expect(frame?.title).toBe('Two "ties" </iframe><script>');
  expect(frame?.getAttribute("loading")).toBe("lazy");
  expect(frame?.hasAttribute("sandbox")).toBe(false);
});
