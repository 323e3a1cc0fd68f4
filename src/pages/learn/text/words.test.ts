import { expect, test } from "vitest";

const SOURCES = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });
const PAGES = Object.entries(SOURCES).filter(([path]) => !path.endsWith(".test.tsx"));

/** Text between tags, and what is said by an attribute that is read aloud or shown. */
const WRITTEN = [
  /<[a-zA-Z][^<>]*(?<!=)>\s*([A-Za-z][^<>{}=]*[a-z][^<>{}=]*)\s*(?=[<{])/g,
  /\b(?:aria-label|title|placeholder|alt)="([^"]+)"/g,
];

function writtenIn(source: string): string[] {
  return WRITTEN.flatMap((pattern) => [...source.matchAll(pattern)].map(([, said = ""]) => said.trim()));
}

test("finds what is written into a page", () => {
  const source =
    '<p className={styles.line}>Go on</p> <Button label={x}>Back {n}</Button> <nav aria-label="Parts">';
  expect(writtenIn(source)).toEqual(["Go on", "Back", "Parts"]);
  expect(writtenIn("<p>{WORDS.lesson.next}</p> useState<Map<string, number>>(new Map())")).toEqual([]);
});

test.each(PAGES)("%s says nothing that is not among the words of a language", (_, source) => {
  expect(writtenIn(source)).toEqual([]);
});
