import { expect, test } from "vitest";
import { relianceWords } from "./reliance-table";

const on = (features: string[], offline: number, production: number) =>
  relianceWords([{ features, offline, production }], "AUC", "latest");

test.each<[string[], number, number, string]>([
  [
    ["plan", "price"],
    ...([0.21, 0.0201] as const),
    "latest’s model leans most on plan and price: with them blanked it loses 0.210 AUC offline and 0.020 in production.",
  ],
  [
    ["plan"],
    0.21,
    -0.1,
    "latest’s model leans most on plan: with it blanked it loses 0.210 AUC offline and nothing in production.",
  ],
  [["plan"], 0.0001, 0.2, "latest’s model is no worse where any one feature is blanked."],
])("%j, %d offline and %d in production: %s", (features, offline, production, words) =>
  expect(on(features, offline, production)).toBe(words),
);
