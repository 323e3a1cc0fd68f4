import type { Scenario } from "../scenario";
import { CHURN_SAMPLE } from "./churn-sample";
import { DEMO_SAMPLE } from "./demo-sample";

/** The samples that the app offers, the smallest first. */
export const SAMPLES: readonly Scenario[] = [DEMO_SAMPLE, CHURN_SAMPLE];
