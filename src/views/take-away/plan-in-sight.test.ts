import { expect, test } from "vitest";
import { readUrl } from "../../state/route/url";
import { planInSight } from "./plan-in-sight";

test("the file of a plan opens at the plan that it carries", () => {
  const plan = { version: 1, name: "my-class", title: "my class", steps: [] } as const;
  const { carried, ownRows, fileName } = planInSight({ ...plan, steps: [] });
  expect(readUrl(carried.start, null)).toMatchObject({
    route: { page: "present", screen: "plan", plan: "in-this-file" },
    problems: [],
  });
  expect(carried.plan).toEqual(plan);
  expect([ownRows, fileName]).toEqual([0, "microfs-my-class"]);
});
