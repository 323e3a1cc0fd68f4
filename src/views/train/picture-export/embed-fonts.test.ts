import { expect, test } from "vitest";
import { embeddedFaces } from "./embed-fonts";

// jsdom keeps no `src` of a font face, so the sheet is written as the browser would show it.
const face = (family: string, weight: string, file: string) => {
  const properties: Record<string, string> = {
    "font-family": `"${family}"`,
    "font-weight": weight,
    src: `url("${file}") format("woff2")`,
  };
  return { cssText: "@font-face { }", style: { getPropertyValue: (name: string) => properties[name] ?? "" } };
};
const sheet = {
  href: "http://app.test/assets/app.css",
  cssRules: [
    face("IBM Plex Sans", "400", "plex-400.woff2"),
    face("IBM Plex Sans", "600", "plex-600.woff2"),
    face("Source Serif 4 Variable", "200 900", "/serif.woff2"),
    { cssText: ":root { }" },
  ],
};
const sheets = [sheet as unknown as CSSStyleSheet];

const load = async (url: string) => (url.includes("600") ? null : `data:${new URL(url).pathname}`);

test("embeddedFaces holds the files of the faces that are used, and of no others", async () => {
  const used = [
    { family: "Source Serif 4 Variable", weight: 600 },
    { family: "Georgia", weight: 400 },
  ];
  expect(await embeddedFaces(used, sheets, load)).toBe(
    '@font-face{font-family:"Source Serif 4 Variable";font-weight:200 900;src:url(data:/serif.woff2) format("woff2")}',
  );
});

test("embeddedFaces leaves a face out whose file cannot be had", async () => {
  const used = [
    { family: "IBM Plex Sans", weight: 400 },
    { family: "IBM Plex Sans", weight: 600 },
  ];
  expect(await embeddedFaces(used, sheets, load)).toBe(
    '@font-face{font-family:"IBM Plex Sans";font-weight:400;src:url(data:/assets/plex-400.woff2) format("woff2")}',
  );
});
