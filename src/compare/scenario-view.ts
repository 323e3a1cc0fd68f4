import { Column, FeatureGroup } from "../microfs";
import { checkView } from "../microfs/core";
import type { GeneratedColumn, GeneratedColumns } from "../scenario/generated-columns";
import { generatedColumns } from "../scenario/generators";
import type { Scenario, ScenarioGroup } from "../scenario/scenario";
import { type ComparedView, comparedView } from "./compared-view";

/**
 * The view of a scenario whose groups are all made by a generator, with its data, in memory: nothing is stored. O(rows).
 *
 * @throws RangeError where a group's rows are not generated; DefinitionError where the definitions make no sense.
 */
export function scenarioView({ groups, view }: Scenario): ComparedView {
  const made = new Map(groups.map((group) => [group.definition.name, generatedGroup(group)]));
  const groupNamed = (name: string): FeatureGroup => {
    const group = made.get(name);
    if (group === undefined) throw new RangeError(`the scenario has no group "${name}"`);
    return group;
  };
  return comparedView(
    checkView(view, (name) => groupNamed(name).checked),
    groupNamed,
  );
}

function generatedGroup({ definition, rows }: ScenarioGroup): FeatureGroup {
  if (rows.kind !== "generated")
    throw new RangeError(`the rows of "${definition.name}" are ${rows.kind}, not generated`);
  const { columns, numRows } = generatedColumns(rows.generator, rows.seed, definition.name, rows.knobs);
  const group = new FeatureGroup(
    definition,
    new Map(Array.from(columns, ([name, column]) => [name, columnOf(column, numRows)])),
  );
  group.show(numRows);
  return group;
}

/** A generated column as a group has it: its memory is shared, but of texts, which get codes of their own. */
function columnOf(generated: GeneratedColumn, numRows: GeneratedColumns["numRows"]): Column {
  const column = new Column(generated.type);
  if (generated.type === "string")
    for (let row = 0; row < numRows; row++)
      column.push(
        generated.valid?.[row] === 0 ? null : (generated.dictionary[generated.codes[row] ?? 0] ?? null),
      );
  else {
    column.values = generated.values;
    column.valid = generated.valid ?? new Uint8Array(numRows).fill(1);
    column.length = numRows;
  }
  return column;
}
