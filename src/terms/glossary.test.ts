import { expect, test } from "vitest";
import { GLOSSARY } from "./glossary";

test("docs/glossary.md says what the tables say", async () => {
  const sections = GLOSSARY.map(
    ({ title, entries }) =>
      `## ${title}\n\n${entries.map(({ term, text }) => `- **${term}**: ${text}`).join("\n")}\n`,
  );
  await expect(
    `# Glossary\n\nWritten from the tables of \`src/terms/\`.\n\n${sections.join("\n")}`,
  ).toMatchFileSnapshot("../../docs/glossary.md");
});

test("no term stands twice in its group", () => {
  for (const { entries } of GLOSSARY)
    expect(new Set(entries.map(({ term }) => term)).size).toBe(entries.length);
});
