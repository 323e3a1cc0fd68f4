import { afterEach, expect, test } from "vitest";
import { scenarioSliceNamed } from "../../../timeline/scenario-slices";
import { drawSlides } from "./slides";
import { slidesHtml } from "./slides-html";

const TITLE = 'a </title><script>alert("x")</script>';

function made(): string {
  const { slice, at } = scenarioSliceNamed("superseded");
  const slides = drawSlides({ slice, coordinate: at }, "row", "slide", {
    column: null,
    window: null,
    faces: "",
  });
  return slidesHtml(slides, TITLE, "@font-face{font-family:x}");
}

const read = () => new DOMParser().parseFromString(made(), "text/html");

afterEach(() => {
  document.body.innerHTML = "";
});

test("the first slide is seen without a script, each in light and dark, and asks for nothing", () => {
  const page = read();
  const slides = [...page.querySelectorAll("section")];
  expect(slides.map(({ hidden }) => hidden)).toEqual([false, true, true, true, true, true]);
  for (const slide of slides) expect(slide.querySelectorAll("svg").length).toBe(2);
  expect(page.querySelectorAll("[src],link,script[src]").length).toBe(0);
  expect(page.querySelectorAll("script").length).toBe(1);
  expect(page.title).toBe(TITLE);
  expect(page.querySelector("style")?.textContent).toContain("@font-face{font-family:x}");
});

test("no two pictures of the file share an id", () => {
  const ids = [...read().querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("it is a few hundred kilobytes at most without its faces", () => {
  expect(made().length).toBeLessThan(250_000);
});
