import { describe, expect, test } from "vitest";
import { Pages } from "./pages";

/** Pages of ten rows, each the list of its rows' numbers; they come when they are let. */
function tens(given?: ReadonlyMap<number, readonly number[]>) {
  const asked: number[] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const may = { fetch: true };
  const pages = new Pages<readonly number[]>({
    pageRows: 10,
    fetch: (from, to) => {
      asked.push(from);
      return new Promise((resolve, reject) =>
        waiting.push({
          resolve: () => resolve(Array.from({ length: to - from }, (_, i) => from + i)),
          reject,
        }),
      );
    },
    mayFetch: () => may.fetch,
    ...(given && { given }),
  });
  const row = (number: number) => pages.read(number, (page, at) => page[at]);
  const come = async () => {
    for (const { resolve } of waiting.splice(0)) resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  const fail = async (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { pages, asked, may, row, come, fail };
}

describe("rows by pages", () => {
  test("a page is fetched once, when one of its rows is looked at, and is told of when it comes", async () => {
    const { pages, asked, row, come } = tens();
    let told = 0;
    pages.subscribe(() => told++);
    expect([row(23), row(29), row(4)]).toEqual([undefined, undefined, undefined]);
    expect(asked).toEqual([20, 0]);
    await come();
    expect([row(23), row(29), row(4)]).toEqual([23, 29, 4]);
    expect([asked.length, told, pages.version()]).toEqual([2, 2, 2]);
    expect(pages.first).toHaveLength(10);
  });

  test("pages that were given are not fetched", () => {
    const { asked, row } = tens(new Map([[2, [20, 21]]]));
    expect([row(21), row(22), asked]).toEqual([21, undefined, []]);
  });

  test("those that were looked at last are named", async () => {
    const { pages, row, come } = tens();
    for (const number of [0, 10, 20]) row(number);
    await come();
    row(20);
    row(5);
    expect(pages.recentPages(2)).toEqual([2, 0]);
  });

  test("while they are not may none is fetched, and one that fails then may be asked for again", async () => {
    const { pages, asked, may, row, fail, come } = tens();
    row(0);
    may.fetch = false;
    row(10);
    await fail(new Error("superseded"));
    expect([asked, pages.error, pages.version()]).toEqual([[0], null, 0]);
    may.fetch = true;
    row(0);
    await come();
    expect(row(0)).toBe(0);
  });

  test("a failure is kept until a page comes, and is not asked for again and again", async () => {
    const { pages, asked, row, fail, come } = tens();
    row(0);
    await fail(new Error("no such store"));
    expect(pages.error?.message).toBe("no such store");
    row(0);
    expect(asked).toEqual([0]);
    row(10);
    await come();
    expect(pages.error).toBeNull();
  });

  test("the first page stays, and of a hundred others the one goes that was not looked at for longest", async () => {
    const { asked, row, come } = tens();
    for (let number = 0; number < 100; number++) row(10 * number);
    await come();
    row(10);
    row(1000);
    await come();
    asked.length = 0;
    expect([row(0), row(10), row(20), row(30)]).toEqual([0, 10, undefined, 30]);
    expect(asked).toEqual([20]);
  });
});
