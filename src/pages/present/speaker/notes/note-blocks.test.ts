import { expect, test } from "vitest";
import type { Block } from "../../../../learn/text/lesson-text";
import { prepareStep } from "../../../../present/prepare-step";
import { noteBlocks } from "./note-blocks";

async function notesOf(notes: string) {
  const step = await prepareStep({
    ...{ kind: "question", lesson: "look-left", question: "first", variant: 0, votes: 1, minutes: 2, notes },
  });
  return noteBlocks(step).map(textOf);
}

function textOf(block: Block): string {
  if (block.kind !== "paragraph") return block.kind;
  return block.inlines.map((inline) => (inline.kind === "text" ? inline.text : `<${inline.kind}>`)).join("");
}

test("what notes say of the question is computed", async () => {
  expect(await notesOf("Who had it at :moment{as=clock}?\n\nWait **long**.")).toEqual([
    "Who had it at 10:07?",
    "Wait <strong>.",
  ]);
});

test("what cannot be computed says so in its place, and the rest stands", async () => {
  expect(await notesOf("See :time{row=99}. Go on.")).toEqual(["See (time: no entity has a row 99). Go on."]);
});

test("what is no Markdown of ours stays as it is written", async () => {
  expect(await notesOf("# Shout\n\n<b>loud</b>")).toEqual(["# Shout", "<b>loud</b>"]);
});

test("no notes are none", async () => {
  expect(await notesOf("  ")).toEqual([]);
});
