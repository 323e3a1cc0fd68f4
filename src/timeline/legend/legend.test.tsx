import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { PICTURE_ELEMENTS } from "../../terms/picture-elements";
import { VERDICT_TERMS } from "../../terms/verdicts";
import { Legend } from "./legend";

afterEach(cleanup);

const entries = (name: string) =>
  within(screen.getByRole("region", { name }))
    .getAllByRole("term")
    .map((term) => ({
      word: term.querySelector("span")?.textContent,
      text: term.parentElement?.querySelector("dd")?.textContent ?? "",
      shapes: term.querySelectorAll("svg :is(circle, path, rect, line)").length,
    }));

test("every verdict that a row can have is in the legend, drawn and in words", () => {
  render(<Legend />);
  const verdicts = entries("A row, by its verdict");
  expect(verdicts.map(({ word }) => word).sort()).toEqual(
    Object.values(VERDICT_TERMS)
      .map(({ word }) => word)
      .sort(),
  );
  for (const { text, shapes } of verdicts) expect(text !== "" && shapes > 1).toBe(true);
});

test("and so is everything else that a picture is made of", () => {
  render(<Legend />);
  const parts = entries("What else the picture shows");
  expect(parts).toHaveLength(PICTURE_ELEMENTS.length);
  expect(parts.map(({ word }) => word)).toEqual(
    expect.arrayContaining([
      "the label",
      "the TTL",
      "the delay",
      "rows of others",
      "idle time, cut out",
      "known later",
    ]),
  );
  for (const { word, text, shapes } of parts) expect([word, text !== "" && shapes > 0]).toEqual([word, true]);
});

test("no two drawings share a texture's name, however many legends there are", () => {
  render(
    <>
      <Legend />
      <Legend />
    </>,
  );
  const ids = [...document.querySelectorAll("pattern")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
