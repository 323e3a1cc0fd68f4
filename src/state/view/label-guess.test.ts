import { describe, expect, test } from "vitest";
import type { ViewSummary } from "../../worker/results";
import { guessLabel, looksLikeLabel, servedLabels } from "./label-guess";

describe("a name that says what is to be predicted", () => {
  test.each([
    "label",
    "Label",
    "target",
    "y",
    "y_true",
    "churned",
    "is_churn",
    "hasChurned",
    "churned_30d",
    "will_convert_target",
    "is_fraud",
    "survived",
    "outcome",
    "default",
  ])("%s", (name) => {
    expect(looksLikeLabel(name)).toBe(true);
  });

  test.each([
    "user_id",
    "label_id",
    "y_position",
    "category",
    "churned_at",
    "churn_score",
    "previous_churn",
    "days_since_conversion",
    "amount",
    "labelled_by",
    "default_currency",
    "target_date",
    "",
  ])("not %s", (name) => {
    expect(looksLikeLabel(name)).toBe(false);
  });
});

describe("the label that a spine suggests", () => {
  const group = {
    name: "asked",
    schema: {},
    primaryKeys: ["target"],
    eventTime: "at",
  };
  const columns = (...names: string[]) => names.map((name) => ({ name }));

  test("is the first column whose name says so", () => {
    expect(guessLabel(group, columns("target", "at", "visits", "churned", "label"))).toBe("churned");
  });
  test("is none where only a key has such a name", () => {
    expect(guessLabel(group, columns("target", "at", "visits"))).toBeNull();
  });
});

test("what is served although it looks like a label: of the spine and of joined groups, the label itself and keys apart", () => {
  const view: ViewSummary = {
    definition: {
      name: "v",
      labelFg: "asked",
      joins: [{ fgName: "paid", on: { target: "id" } }],
    },
    columns: [
      { name: "target", type: "int64", join: -1, column: "target" },
      { name: "churned", type: "bool", join: -1, column: "churned" },
      { name: "label", type: "bool", join: -1, column: "label" },
      { name: "label_paid", type: "bool", join: 0, column: "label" },
      { name: "amount", type: "int64", join: 0, column: "amount" },
    ],
    label: ["churned"],
    labelHorizonUs: null,
    rules: [],
  };
  expect(servedLabels(view).map(({ name }) => name)).toEqual(["label", "label_paid"]);
});
