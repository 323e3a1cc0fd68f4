import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GLOSSARY, glossaryEntry } from "./glossary";
import { type Elsewhere, SYSTEM_NAMES, SYSTEMS } from "./glossary/entry";
import { TERM_PICTURE_SIZE } from "./glossary/picture";

const ENTRIES = GLOSSARY.flatMap(({ entries }) => entries);

function elsewhereWords(elsewhere: Elsewhere = {}): string {
  const said = SYSTEMS.flatMap((system) =>
    elsewhere[system] === undefined ? [] : [`${SYSTEM_NAMES[system]}: ${elsewhere[system]}`],
  );
  return said.length === 0 ? "" : `\n  Elsewhere: ${said.join(" · ")}`;
}

test("docs/glossary.md says what the tables say", async () => {
  const sections = GLOSSARY.map(
    ({ title, entries }) =>
      `## ${title}\n\n${entries
        .map(({ term, also, text, elsewhere }) => {
          const others = also === undefined ? "" : ` (also ${also.join(", ")})`;
          return `- **${term}**${others}: ${text}${elsewhereWords(elsewhere)}`;
        })
        .join("\n")}\n`,
  );
  await expect(
    `# Glossary\n\nWritten from the tables of \`src/terms/\`.\n\n${sections.join("\n")}`,
  ).toMatchFileSnapshot("../../docs/glossary.md");
});

test("no term stands twice in its group", () => {
  for (const { entries } of GLOSSARY)
    expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length);
});

test("no two entries have one name in links, and no other word for one is another's name", () => {
  const names = ENTRIES.flatMap(({ id, also = [] }) => [id, ...also]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  for (const { id } of ENTRIES) expect(glossaryEntry(id)?.id).toBe(id);
});

/** What the reference for all results speaks of, word for word as a reader would look it up. */
const OF_THE_SEMANTICS = {
  words: [
    ...["entity", "entity key", "event time", "created time", "ingestion time", "delay", "known at"],
    ...["feature group", "offline store", "feature view", "spine", "as-of join", "point-in-time join"],
    ...["candidate", "verdict", "leak", "materialize", "online store", "TTL", "tolerance", "label"],
  ],
  verdicts: ["future", "not yet known", "expired", "superseded", "chosen", "wrong side"],
  reasons: [
    ...["chosen cell", "null key", "no such entity", "expired cell", "not yet known cell", "future only"],
    ...["wrong side cell", "leak cell"],
  ],
  directions: ["backward", "nearest", "forward", "latest"],
  rules: [
    ...["exact match", "tie", "duplicate", "composite key", "primary key", "clock", "suffix", "null"],
    ...["label horizon", "stale", "peek", "feature", "training row", "training set"],
  ],
  serving: [
    ...["written", "unchanged", "kept newer", "look-up", "found", "not found", "expired when served"],
    ...["future when served", "training–serving parity"],
  ],
} as const;

describe("every term of the semantics has its entry, with a sentence and a picture:", () => {
  for (const [kind, terms] of Object.entries(OF_THE_SEMANTICS))
    test(kind, () => {
      const missing = terms.filter((term) => {
        const entry = glossaryEntry(term);
        return entry === undefined || !/[.!?]$/.test(entry.text) || entry.picture === null;
      });
      expect(missing).toEqual([]);
    });
});

test("pictures keep within their frame", () => {
  const outside = ENTRIES.flatMap(({ id, picture }) =>
    (picture ?? []).flatMap((part) => {
      const xs = [
        ...("x" in part ? [part.x] : []),
        ...("from" in part ? [part.from] : []),
        ...("to" in part && part.to !== undefined ? [part.to] : []),
        ...(part.kind === "cell" ? [part.x + part.width] : []),
      ];
      const ys = "y" in part && part.y !== undefined ? [part.y + (part.kind === "cell" ? 18 : 0)] : [];
      const isInside =
        xs.every((x) => x >= 0 && x <= TERM_PICTURE_SIZE.width) &&
        ys.every((y) => y >= 0 && y <= TERM_PICTURE_SIZE.height);
      return isInside ? [] : [id];
    }),
  );
  expect(outside).toEqual([]);
});

test("where it is not known what another system does, nothing is said of it", () => {
  // The rows of these systems in docs are checked; of a created time as a clock, and of a delay, none of the four is known.
  expect(glossaryEntry("delay")?.elsewhere).toBeUndefined();
  expect(glossaryEntry("known at")?.elsewhere).toBeUndefined();
  const said = ENTRIES.flatMap(({ elsewhere = {} }) => Object.values(elsewhere));
  expect(said.filter((words) => words.includes("?") || words.trim() === "")).toEqual([]);
});

/** Terms as components and lesson texts name them: `<GlossaryTerm of="TTL">`, `:term[spine]`, `:term[…]{of="as of"}`. */
function namedTerms(path: string, source: string): string[] {
  if (path.endsWith(".md"))
    return [...source.matchAll(/:term\[([^\]]*)\](?:\{of=(?:"([^"]*)"|([^}\s]*))\})?/g)].map(
      ([, words, quoted, plain]) => quoted ?? plain ?? words ?? "",
    );
  return [...source.matchAll(/<GlossaryTerm\s[^>]*?\bof="([^"]*)"/g)].map(([, name]) => name ?? "");
}

test("no term that is dotted somewhere is missing in the glossary", () => {
  const paths = import.meta.glob(["../**/*.tsx", "../lessons/**/*.md", "!../**/*.test.tsx"]);
  const named = Object.keys(paths).flatMap((path) =>
    namedTerms(path, readFileSync(new URL(path, import.meta.url), "utf8")).map((name) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(({ name }) => glossaryEntry(name) === undefined)).toEqual([]);
});
