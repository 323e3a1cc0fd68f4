import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadBeliefTexts, loadLesson } from "../../../learn/load-lesson";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import { createApp } from "../../../state/app";
import { OWN } from "../../../state/document";
import { ALL_LESSONS } from "../../../state/route/url";
import { AppContext } from "../../../state/use-app";
import { stubLayout } from "../../../ui/testing/stub-layout";
import { TextTwin } from "./text-twin";

beforeEach(() => stubLayout());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each(EVERY_LESSON.map((lesson) => [lesson.name, lesson] as const))(
  "%s is a text with all its parts; of every question it has the options, and at the end the answer",
  async (name, { parts }) => {
    const app = createApp(OWN, {
      worker: () => Promise.reject(new Error("no store is needed")),
      route: { ...ALL_LESSONS, lesson: name, as: "text" },
    });
    render(
      <AppContext value={app}>
        <TextTwin name={name} />
      </AppContext>,
    );
    await act(async () => {
      await Promise.all([loadLesson(name), loadBeliefTexts()]);
      await new Promise((resolve) => setTimeout(resolve));
    });
    const headings = (level: number) =>
      screen.queryAllByRole("heading", { level }).map(({ textContent }) => textContent);
    const asked = parts
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === "directive" && block.attributes.question !== undefined);
    const titles = parts.map(({ title }) => title);
    expect(headings(2)).toEqual(asked.length > 0 ? [...titles, "Answers"] : titles);
    expect(screen.queryAllByText(/The answers to these stand at the end/)).toHaveLength(
      asked.length > 0 ? 1 : 0,
    );
    const answers = headings(3);
    expect(answers).toHaveLength(asked.length);
    asked.forEach((_, i) => {
      const [, right] = /^Question \d+: (.+)$/.exec(answers[i] ?? "") ?? [];
      const question = screen.getByText(
        (_text, element) =>
          (element?.tagName === "STRONG" && element.textContent?.startsWith(`Question ${i + 1}. `)) ?? false,
      );
      const options = within(question.closest("div") as HTMLElement).getAllByRole("listitem");
      expect(options.map(({ textContent }) => textContent)).toContain(right);
    });
    for (const picture of screen.queryAllByRole("img")) expect(picture.getAttribute("alt")).not.toBe("");
    expect(document.body.textContent).not.toMatch(/undefined|\{\w+\}|NaN/);
  },
);
