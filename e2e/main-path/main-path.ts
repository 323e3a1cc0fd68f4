import { expect, test } from "@playwright/test";
import type { Driver } from "./driver";
import { cellNames, choose, chooseFile, headline, middleOfLabelled, pageText, press, write } from "./in-page";

const VISITS = [
  "user_id,visited_at,pages",
  "1,2025-11-01T12:00:00Z,10",
  "2,2025-11-04T12:00:00Z,15",
  "1,2025-11-05T12:00:00Z,20",
  "",
].join("\n");

const PAYMENTS = [
  "user_id,paid_at,amount",
  "1,2025-11-03T12:00:00Z,100.50",
  "2,2025-11-03T12:00:00Z,50.25",
  "2,2025-11-05T09:00:00Z,75.75",
  "",
].join("\n");

/** The app's address, and the parts of the path. Each waits for what it brings about, and leaves the app there. */
export class MainPath {
  readonly #driver: Driver;
  readonly #home: string;

  constructor(driver: Driver, home: string) {
    this.#driver = driver;
    this.#home = home;
  }

  /** All of it: what a first visit may lead through. */
  async walk(): Promise<void> {
    await test.step("Home: a payment is dragged over the line, and one table knows the future", () =>
      this.home());
    await test.step("a sample is opened and stepped through", () => this.sample());
    await test.step("two CSV files are stored", () => this.ownFiles());
    await test.step("a view of them is watched being made", () => this.train());
    await test.step("and served", () => this.serve());
    await test.step("a reload keeps all of it", () => this.reload());
  }

  /** What a class is taught with, from the same address: a lesson, a vote and a worksheet. */
  async teach(): Promise<void> {
    await test.step("a question of a lesson is answered", () => this.lesson());
    await test.step("a class votes by typed numbers", () => this.vote());
    await test.step("a worksheet is laid out with its key", () => this.worksheet());
  }

  async lesson(): Promise<void> {
    await this.#driver.goTo(`${this.#home}#/learn?lesson=look-left&part=predict`);
    await this.#says("Look left, take the last");
    for (const option of ["10:08 · 58", "certain"])
      await this.#until(() => this.#driver.run(choose, option), Boolean, option);
    await this.#press("Commit, and see");
    await this.#reads("You took 10:08 · 58.");
  }

  async vote(): Promise<void> {
    await this.#driver.goTo(`${this.#home}#/present?screen=speaker&plan=ten&step=3&press=3`);
    await this.#until(() => this.#driver.run(write, "A ", "20"), Boolean);
    await this.#until(() => this.#driver.run(write, "B ", "5"), Boolean);
    await this.#press("Close the vote");
    await this.#reads("80 % right");
  }

  async worksheet(): Promise<void> {
    await this.#driver.goTo(`${this.#home}#/worksheet?case=tie`);
    await this.#reads("with the key");
  }

  async home(): Promise<void> {
    await this.#driver.goTo(this.#home);
    await this.#says("Your model is brilliant because it has seen the future.");
    const payment = "payment, 120.00";
    await this.#until(
      () => this.#driver.run(middleOfLabelled, payment),
      (middle) => middle !== null,
    );
    const [x, y] = (await this.#driver.run(middleOfLabelled, payment)) ?? [0, 0];
    await this.#driver.drag([x, y], [x + 60, y], [x + 120, y], [x + 180, y]);
    await this.#until(
      () => this.#driver.run(cellNames, "cell"),
      (cells) => cells.some((cell) => /^120\.00 ?, a leak/.test(cell)) && cells.includes("50.00"),
    );
  }

  async sample(): Promise<void> {
    await this.#press("Who will cancel? →");
    await this.#says("User ");
    const opened = await this.#driver.run(headline);
    await this.#press("Next step");
    await this.#until(
      () => this.#driver.run(headline),
      (sentence) => sentence.includes("User ") && sentence !== opened,
    );
  }

  async ownFiles(): Promise<void> {
    await this.#driver.goTo(`${this.#home}#/lab/data`);
    await this.#says("Build a training table");
    await this.#choose("visits.csv", VISITS);
    await this.#press("Store 3 rows");
    await this.#says("3 rows of visits.csv are stored in visits.");
    await this.#choose("payments.csv", PAYMENTS);
    await this.#press("Store 3 rows");
    await this.#says("3 rows of payments.csv are stored in payments.");
  }

  async train(): Promise<void> {
    await this.#driver.goTo(`${this.#home}#/lab/view`);
    await this.#press("visits");
    await this.#says("For each of 3 rows of visits");
    await this.#press("Watch it being made");
    await this.#press("Next step");
    await this.#press("50.25");
    await this.#says("User 2");
    await this.#says("50.25");
  }

  async serve(): Promise<void> {
    await this.#press("Serve");
    await this.#press("Materialize 2 groups");
    await this.#until(() => this.#driver.run(write, "user_id", "2"), Boolean);
    await this.#press("Look up");
    await this.#says("75.75");
  }

  async reload(): Promise<void> {
    await this.#driver.reload();
    await this.#says("75.75");
    await this.#press("Train");
    await this.#says("User 2");
  }

  async #choose(name: string, text: string): Promise<void> {
    await this.#until(() => this.#driver.run(chooseFile, name, text), Boolean);
    await this.#says(`${name} has 3 rows.`);
  }

  #reads(words: string): Promise<void> {
    return this.#until(
      () => this.#driver.run(pageText),
      (text) => text.includes(words),
      words,
    );
  }

  #says(words: string): Promise<void> {
    return this.#until(
      () => this.#driver.run(headline),
      (sentence) => sentence.includes(words),
      words,
    );
  }

  #press(name: string): Promise<void> {
    return this.#until(() => this.#driver.run(press, name), Boolean, `press ${name}`);
  }

  /** Waits for a state of the page: all bounds stand in the configuration of Playwright. */
  async #until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean, what = ""): Promise<void> {
    let last: T | undefined;
    await expect
      .poll(async () => {
        last = await ask();
        return isSo(last) ? "so" : JSON.stringify(last);
      }, what)
      .toBe("so");
  }
}
