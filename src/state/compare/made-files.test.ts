import { expect, test } from "vitest";
import { generatedColumns } from "../../scenario/generators";
import { DEFAULT_KNOBS } from "../../scenario/reaction/reaction-knobs";
import { reactionScenario } from "../../scenario/reaction/reaction-scenario";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { madeCsv } from "./made-files";

const knobs = { ...DEFAULT_KNOBS, entities: 50 };

test("a file has every row that the knobs make, under the names of its columns", () => {
  const [header, first, ...rest] = madeCsv(reactionScenario(1, knobs), "predictions")
    .join("")
    .trimEnd()
    .split("\r\n");
  expect(header).toBe("customer_id,left,predicted_at");
  expect(first).toMatch(/^10\d\d,(true|false),2025-03-\d\dT[\d:]{8}Z$/);
  expect(rest.length + 1).toBe(generatedColumns("reaction", 1, "predictions", knobs).numRows);
});

test("only what is generated is made into a file", () => {
  expect(() => madeCsv(DEMO_SAMPLE, "user_activity")).toThrow('no rows of "user_activity" are generated');
});
