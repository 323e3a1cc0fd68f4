import { expect, test } from "@playwright/test";
import { LANGUAGE_WORDS, type Language } from "../../src/terms/languages";
import { pageText, press } from "../main-path/in-page";
import type { DrivenPage } from "../main-path/page-driver";
import { pageDriver } from "../main-path/page-driver";
import { PROGRAMS } from "./programs";

/** What Playwright's pages and puppeteer's have alike, for who writes. */
export interface WritingPage extends DrivenPage {
  readonly keyboard: {
    down(key: "Control"): Promise<void>;
    up(key: "Control"): Promise<void>;
    press(key: "a" | "Enter" | "Escape" | "Tab"): Promise<void>;
    type(text: string): Promise<void>;
  };
}

/** After so many looks two seconds have passed. */
const SOON = 4;

/** The join, written in an editor by a reader who has no mouse in hand. Each step waits for what it brings about. */
export class WritePath {
  readonly #page: WritingPage;
  readonly #home: string;

  constructor(page: WritingPage, home: string) {
    this.#page = page;
    this.#home = home;
  }

  /** Solved, failed, without end and flooding, in one language. */
  async walk(language: Language): Promise<void> {
    const { right, earliest, broken, endless, flooding } = PROGRAMS[language];
    const name = LANGUAGE_WORDS[language];
    await test.step(`${name} is opened`, () => this.open(language));
    if (language !== "typescript") await test.step(`${name} is loaded`, () => this.loads());
    await test.step(`${name}: the earliest, not the latest`, () =>
      this.writes(earliest, "Your program takes the earliest, not the latest."));
    await test.step(`${name}: what cannot be read`, () => this.writes(broken, "It stops at line 1."));
    await test.step(`${name}: a loop without end`, () => this.writes(endless, "It did not end within"));
    if (flooding !== null)
      await test.step(`${name}: a flood`, () => this.writes(flooding, "It wrote more than can be shown"));
    await test.step(`${name}: the join`, () => this.writes(right, "All tests agree."));
  }

  /** Opens the rung, and waits for the editor. */
  async open(language: Language): Promise<void> {
    const { run, goTo } = pageDriver(this.#page);
    await goTo(`${this.#home}#/ladder?language=${language}&rung=write`);
    await expect
      .poll(async () => {
        await run(press, "Go on without it");
        return run(focusEditor);
      })
      .toBe(true);
  }

  /** Runs what stands there at first, which loads what runs it: that has two ends to wait for, one of its bytes and one of its start. */
  async loads(): Promise<void> {
    const { run } = pageDriver(this.#page);
    await this.#withControl("Enter");
    await expect.poll(() => run(pageText)).toMatch(/Starting (Python|DuckDB)|takes no row yet/);
    await expect.poll(() => run(pageText)).not.toMatch(/Starting (Python|DuckDB)/);
    await expect.poll(() => run(pageText)).toContain("Your program takes no row yet.");
  }

  /** Puts a program in the place of what is there, at once, runs it by key, and waits for what is said of it. */
  async writes(program: string, headline: string): Promise<void> {
    const { run } = pageDriver(this.#page);
    await this.#overwrites(() => run(insertText, program));
    await expect.poll(() => run(editorText)).toBe(program);
    await this.#runs(headline);
  }

  /** The same, key by key. */
  async types(program: string, headline: string): Promise<void> {
    await this.#overwrites(() => this.#page.keyboard.type(program));
    await this.#runs(headline);
  }

  async #overwrites(write: () => Promise<void>): Promise<void> {
    const { run } = pageDriver(this.#page);
    expect(await run(focusEditor)).toBe(true);
    await this.#withControl("a");
    await write();
  }

  async #runs(headline: string): Promise<void> {
    const { run } = pageDriver(this.#page);
    await this.#withControl("Enter");
    let looks = 0;
    await expect
      .poll(async () => {
        const said = await run(whatItDoes);
        looks += 1;
        // Beside other tests a computer can be slow, and a reader is told what helps; at first it is the program before that is spoken of.
        if (looks > SOON && said.includes("run it again") && !said.includes(headline))
          await this.#withControl("Enter");
        return said;
      })
      .toContain(headline);
  }

  async #withControl(key: "a" | "Enter"): Promise<void> {
    await this.#page.keyboard.down("Control");
    await this.#page.keyboard.press(key);
    await this.#page.keyboard.up("Control");
  }
}

/** Writes into what has the focus, in the place of what is selected, as a paste does. It stands alone: it is sent to the page as text. */
function insertText(text: string): void {
  document.execCommand("insertText", false, text);
}

/** What stands in the editor. It stands alone: it is sent to the page as text. */
function editorText(): string {
  for (const host of document.querySelectorAll("main *")) {
    const lines = host.shadowRoot?.querySelectorAll(".cm-line");
    if (lines !== undefined) return [...lines].map(({ textContent }) => textContent).join("\n");
  }
  return "";
}

/** What is said of the program: where it stands, and what it does. It stands alone: it is sent to the page as text. */
function whatItDoes(): string {
  const parts = document.querySelectorAll("main section[aria-label]");
  return [...parts]
    .map(({ textContent }) => textContent ?? "")
    .join("\n")
    .replaceAll("\u00a0", " ");
}

/** Gives the editor the focus. Returns whether it was there. It stands alone: it is sent to the page as text. */
function focusEditor(): boolean {
  for (const host of document.querySelectorAll("main *")) {
    const content = host.shadowRoot?.querySelector<HTMLElement>('[role="textbox"]');
    if (content === null || content === undefined) continue;
    content.focus();
    return true;
  }
  return false;
}
