import { expect, test } from "vitest";
import { carriedStart, carrying, dropCarried } from "./carried";

const FILE =
  '<!doctype html>\n<html><head><script>const said = "</body>";</script></head><body><div id="root"></div></body></html>';

/** A browser's own reading of a file. */
function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

function planIn(page: Document): unknown {
  return JSON.parse(page.getElementById("microfs-plan")?.textContent ?? "null");
}

/** Texts that end a script, begin a comment, or open what only a second end would close. */
const HOSTILE = ["</script>", "<!--", "<!--<script>", "]]>", "</body></html>", "&lt;", "\u2028", "“quoted”"];

for (const name of HOSTILE) {
  test(`a plan that is called ${JSON.stringify(name)} is carried as it is, and nothing of it is read as HTML`, () => {
    const plan = { title: name, steps: [{ text: `${name}${name}` }] };
    const page = parsed(carrying(FILE, { start: `/present?plan=${name}`, plan }));
    expect(planIn(page)).toEqual(plan);
    expect(carriedStart(page)).toBe(`/present?plan=${name}`);
    expect([...page.body.children].map(({ id }) => id)).toEqual(["root", "microfs-start", "microfs-plan"]);
    expect(page.body.textContent?.includes("&amp;")).toBe(false);
    expect(page.querySelectorAll("head > script")).toHaveLength(1);
  });
}

test("what is carried stands in the body, whatever the scripts in the head speak of", () => {
  const page = parsed(carrying(FILE, { start: "/learn" }));
  expect(page.head.querySelector("script")?.textContent).toBe('const said = "</body>";');
  expect(page.getElementById("microfs-start")?.parentElement).toBe(page.body);
});

test("a file that carries a place alone carries no plan", () => {
  expect(parsed(carrying(FILE, { start: "/learn" })).getElementById("microfs-plan")).toBeNull();
});

test("nothing is carried in a page that was given nothing, in one that was damaged, nor to an address that is no place", () => {
  expect(carriedStart(parsed(FILE))).toBeNull();
  const damaged = carrying(FILE, { start: "/learn" }).replace('"/learn"', '"/learn');
  expect(carriedStart(parsed(damaged))).toBeNull();
  expect(carriedStart(parsed(carrying(FILE, { start: "https://example.org" })))).toBeNull();
});

test("dropCarried leaves the file as it was before", () => {
  const page = parsed(carrying(FILE, { start: "/learn", plan: { title: "mine" } }));
  dropCarried(page.body);
  expect(page.body.children).toHaveLength(1);
});
