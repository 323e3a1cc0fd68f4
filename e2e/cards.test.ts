import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { browserFlags } from "../scripts/find-browser.mjs";
import { photograph } from "../src/present/cards/testing/photograph";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./test";

/** One photograph as a JPEG. */
async function jpegOf(page: Page, image: ReturnType<typeof photograph>["image"]): Promise<Buffer> {
  const { width, height } = image;
  const data = await page.evaluate(
    async ({ grey, width, height }) => {
      const bytes = Uint8Array.from(atob(grey), (letter) => letter.charCodeAt(0));
      const canvas = new OffscreenCanvas(width, height);
      const pixels = new ImageData(width, height);
      const whole = new Uint32Array(pixels.data.buffer);
      for (let i = 0; i < whole.length; i++) whole[i] = 0xff000000 | ((bytes[i] ?? 0) * 0x010101);
      canvas.getContext("2d")?.putImageData(pixels, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    { grey: Buffer.from(image.data).toString("base64"), width, height },
  );
  return Buffer.from(data);
}

/** Opens the speaker's window where the class votes, and lets it vote by cards. */
async function voteByCards(page: Page, app: string): Promise<void> {
  await page.goto(`${app}#/present?screen=speaker&plan=ten&step=3&press=3`);
  await page.getByRole("radio", { name: "cards", exact: true }).check({ force: true });
}

/** A page of a browser whose camera a reader has allowed, and which remembers what was taken from it. */
async function pageWithCamera(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ permissions: ["camera"], serviceWorkers: "block" });
  await context.addInitScript(() => {
    const media = navigator.mediaDevices;
    // A page that is not loaded yet has none.
    if (!media) return;
    const open = media.getUserMedia.bind(media);
    const tracks: MediaStreamTrack[] = [];
    media.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
    Object.assign(window, { tracks });
  });
  return context.newPage();
}

const cameras = [
  { of: "the served app", width: 1920, height: 1080, sides: [24, 70], seed: 21 },
  { of: "the one file", width: 1280, height: 720, sides: [24, 46], seed: 22 },
] as const;

for (const { of, width, height, sides, seed } of cameras) {
  const app = of === "the one file" ? pathToFileURL("dist/microfs.html").href : "";
  test(
    `sixty cards before a camera of ${width} × ${height} are in the vote of ${of}; the camera goes off with it, and one that is refused is a sentence, with a way out`,
    { tag: "@window" },
    async ({ baseURL, launchOptions }, info) => {
      const { image, cards } = photograph({ width, height, sides, seed, blur: 1 });
      const film = info.outputPath("class.mjpeg");
      const camera = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
      const { executablePath } = launchOptions;
      const browser = await chromium.launch({ executablePath, args: [...browserFlags, ...camera] });
      try {
        const page = await pageWithCamera(browser);
        const jpeg = await jpegOf(page, image);
        // A camera that is not moved.
        await writeFile(film, Buffer.concat([jpeg, jpeg]));
        await voteByCards(page, app || `${baseURL}`);
        const began = Date.now();
        await expect(page.getByText("60 cards seen")).toBeVisible();
        info.annotations.push({ type: "all read after", description: `${Date.now() - began} ms` });
        await expect(page.getByText("Nothing is recorded or sent.")).toBeVisible();
        // What cards say is not shown before the vote is closed.
        await expect(page.getByRole("row").first()).not.toContainText("hands");

        await page.keyboard.press("PageDown");
        await expect(page.getByText("vote closed, camera off")).toBeVisible();
        const states = await page.evaluate(() =>
          (window as unknown as { tracks: MediaStreamTrack[] }).tracks.map((track) => track.readyState),
        );
        expect(new Set(states)).toEqual(new Set(["ended"]));
        const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
        for (const { card, letter } of cards)
          expect(kept.replaceAll("\\", ""), `card ${card}`).toMatch(new RegExp(`[{,]"${card}":"${letter}"`));

        // Nobody allows it here.
        const other = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
        await voteByCards(other, app || `${baseURL}`);
        const sentence = other.getByRole("alert");
        await expect(sentence).toContainText(
          app === "" ? "does not let this page use the camera." : "does not let this file use the camera.",
        );
        if (app === "") await expectAccessible(other);
        await sentence.getByRole("button", { name: "Vote by hands" }).click();
        await expect(other.getByLabel(/^A /)).toBeVisible();
      } finally {
        await browser.close();
      }
    },
  );
}

/** The words of each page of a PDF, and its size in millimetres. */
async function pagesOf(pdf: Uint8Array): Promise<{ words: string; size: string }[]> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, i) => {
      const page = await file.getPage(i + 1);
      const { items } = await page.getTextContent();
      const [, , width = 0, height = 0] = page.view;
      return {
        words: items
          .map((item) => ("str" in item ? item.str : ""))
          .join(" ")
          .replace(/\s+/g, " "),
        size: [width, height].map((points) => Math.round((points / 72) * 25.4)).join(" × "),
      };
    }),
  );
}

test("cards are printed on A4 and Letter, two or one a page", async ({ page }) => {
  await page.goto("./#/present?screen=cards");
  await page.getByLabel("How many cards").fill("5");
  await expectAccessible(page);
  const print = async () => pagesOf(await page.pdf({ preferCSSPageSize: true }));
  const a4 = await print();
  expect(a4.map(({ size }) => size)).toEqual(["210 × 297", "210 × 297", "210 × 297"]);
  expect(a4[0]?.words).toMatch(/card 1 .*card 2 /);
  expect(
    a4[0]?.words
      .match(/\b[ABCD]\b/g)
      ?.sort()
      .join(""),
  ).toBe("AABBCCDD");
  expect(a4[0]?.words).toContain("cut here");
  expect(a4[0]?.words).toContain("readable to 12 m (4K), 6 m (1080p)");
  expect(a4[2]?.words).toContain("card 5");
  expect(a4.map(({ words }) => words).join()).not.toContain("How many");

  await page.getByRole("radio", { name: "Letter" }).check({ force: true });
  await page.getByRole("radio", { name: "one", exact: true }).check({ force: true });
  const letter = await print();
  expect(letter.map(({ size }) => size)).toEqual(Array.from({ length: 5 }, () => "216 × 279"));
  expect(letter[4]?.words).toContain("card 5");
  expect(letter[4]?.words).toContain("readable to 22 m (4K), 11 m (1080p)");
  expect(letter[4]?.words).not.toContain("cut here");
});

test("a phone shows a card once a letter is tapped, fits on both of its sides, and keeps the number", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/present?screen=card");
  await page.getByLabel("Your number").fill("61");
  await page.getByRole("button", { name: "Show my card" }).click();
  await expect(page.getByText("Type a number from 1 to 60.")).toBeVisible();
  await page.getByLabel("Your number").fill("17");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/card=17/);
  await expect(page.getByRole("img")).toBeHidden();
  await page.getByRole("button", { name: "B", exact: true }).click();
  await expect(page.getByRole("img", { name: "Card 17 says B" })).toBeVisible();
  await expectAccessible(page);
  for (const [width, height] of [
    [844, 390],
    [390, 844],
    [667, 320],
  ] as const) {
    await page.setViewportSize({ width, height });
    const box = await page.getByRole("img", { name: "Card 17 says B" }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const change = page.getByRole("button", { name: "Change" });
    await expect(change).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole("button", { name: "Change" }).click();
  await expect(page.getByLabel("Your number")).toHaveValue("17");
});
