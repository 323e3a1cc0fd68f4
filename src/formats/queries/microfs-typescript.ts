import { oneLine, type QueryInput, queryPlan } from "./query-plan";

/**
 * A view in microFS's own six verbs: a script that runs as it is in Node, at the top of this repository, beside the
 * groups' Arrow files.
 *
 * @throws RangeError where the input lacks a group or a rule of the view.
 */
export function microfsTypescript(input: QueryInput): string {
  const plan = queryPlan(input);
  return [
    `// The feature view ${oneLine(plan.view.name)} in microFS. Save it at the top of the repository, with the groups' Arrow`,
    "// files beside it, and run it with tsx. In this page's console the same verbs are window.microfs.",
    'import "fake-indexeddb/auto"; // Node has no IndexedDB of its own',
    'import { readFile } from "node:fs/promises";',
    'import { tableFromIPC } from "apache-arrow";',
    'import { FeatureStore } from "./src/microfs";',
    "",
    'const store = await FeatureStore.open({ name: "microfs" });',
    "const rows = async (file: string) => tableFromIPC(await readFile(file));",
    ...plan.groups.flatMap(({ definition, name, stem }) => [
      "",
      `await store.createFeatureGroup(${value(definition)});`,
      `await store.insert(${JSON.stringify(name)}, await rows(${JSON.stringify(`${stem}.arrow`)}));`,
    ]),
    "",
    `await store.createFeatureView(${value(plan.view)});`,
    `const training = await store.getTrainingData(${JSON.stringify(plan.view.name)});`,
    "console.log(training.table.toString());",
    "",
  ].join("\n");
}

const WIDTH = 88;

/** A plain value as TypeScript writes it, what says nothing left out, broken over lines where one is too short. */
function value(given: unknown, indent = ""): string {
  if (typeof given !== "object" || given === null) return JSON.stringify(given);
  const inner = `${indent}  `;
  const isList = Array.isArray(given);
  const entries = isList
    ? given.map((one: unknown) => value(one, inner))
    : Object.entries(given)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${property(key)}: ${value(one, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  const gap = isList ? "" : " ";
  if (entries.length === 0) return `${open}${close}`;
  const line = `${open}${gap}${entries.join(", ")}${gap}${close}`;
  if (indent.length + line.length <= WIDTH && !line.includes("\n")) return line;
  return [open, ...entries.map((entry) => `${inner}${entry},`), `${indent}${close}`].join("\n");
}

/** A property's name; in brackets where the bare name would set the prototype. */
function property(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
