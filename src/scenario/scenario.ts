import type { InferOutput } from "valibot";
import type {
  GENERATORS,
  GroupDefinitionSchema,
  InlineRowSchema,
  JoinDefinitionSchema,
  ScenarioGroupSchema,
  ViewDefinitionSchema,
} from "./schema/definition-schemas";
import type { ActionSchema, ScenarioSchema } from "./schema/scenario-schema";

// Types only: a page that shows a scenario of its own does not load what checks other people's.

export type { InlineValue } from "./inline-value";

/** What the app shows, as a plain JSON value. `ScenarioSchema` says what each part means. */
export type Scenario = InferOutput<typeof ScenarioSchema>;
export type ScenarioGroup = InferOutput<typeof ScenarioGroupSchema>;
export type RowSource = ScenarioGroup["rows"];
export type GeneratorName = (typeof GENERATORS)[number];
export type InlineRow = InferOutput<typeof InlineRowSchema>;
export type GroupDefinition = InferOutput<typeof GroupDefinitionSchema>;
export type ViewDefinition = InferOutput<typeof ViewDefinitionSchema>;
export type JoinDefinition = InferOutput<typeof JoinDefinitionSchema>;
export type ScenarioAction = InferOutput<typeof ActionSchema>;
