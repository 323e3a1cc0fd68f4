import { expect, test } from "vitest";
import { validateScenario } from "../../scenario/validate-scenario";
import { HOME_SCENARIO } from "./home-slice";

test("Home's scenario is valid: it is not checked where it is shown", () => {
  expect(validateScenario(HOME_SCENARIO)).toEqual({ ok: true, scenario: HOME_SCENARIO });
});
