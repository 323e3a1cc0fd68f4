import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { OWN } from "../../state/document";
import { inProcessWorker } from "../../state/testing/in-process-worker";
import { appOn } from "../../state/testing/open-app";
import { AppContext } from "../../state/use-app";
import { GlossaryTerm } from "./glossary-term";

afterEach(cleanup);

/** The glossary is a file that comes when a term is first asked. */
const LOADED = { timeout: 20_000 };

test("a term says its entry's sentence with a small picture, and leads to the entry", async () => {
  render(
    <AppContext value={appOn(OWN, inProcessWorker())}>
      <GlossaryTerm of="tolerance">tolerance</GlossaryTerm>
    </AppContext>,
  );
  const word = screen.getByRole("button", { name: "tolerance" });
  act(() => word.focus());
  const meaning = await screen.findByText(/Time to live: how old a row may be/, {}, LOADED);
  expect(word.getAttribute("aria-describedby")).toBe(meaning.id);
  expect(meaning.parentElement?.querySelector("svg")).not.toBeNull();
  // `tolerance` is another word for the TTL.
  expect(screen.getByText("Glossary").getAttribute("href")).toBe("#/glossary?term=TTL");
});

test("another entry is said after it where it is asked for", async () => {
  render(
    <AppContext value={appOn(OWN, inProcessWorker())}>
      <GlossaryTerm of="in production" and="AUC">
        in production
      </GlossaryTerm>
    </AppContext>,
  );
  fireEvent.pointerEnter(screen.getByRole("button", { name: "in production" }));
  expect(await screen.findByText(/the as-of values\. AUC: How often/, {}, LOADED)).not.toBeNull();
});
