import type { ViewSummary } from "../../worker/answers";
import styles from "./view-stage.module.css";

/** The columns of the training table, each with where it comes from. */
export function RowItWrites({ view }: { readonly view: ViewSummary }) {
  const source = (join: number) =>
    join < 0 ? view.definition.labelFg : (view.definition.joins[join]?.fgName ?? "");
  return (
    <>
      <h2 id="row-it-writes" className={styles.tableHeading}>
        The row it writes
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section className={styles.tableFrame} tabIndex={0} aria-labelledby="row-it-writes">
        <table className={styles.table}>
          <thead>
            <tr>
              {view.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {view.columns.map(({ name, join, column }) => (
                <td key={name}>
                  {join < 0 && view.label.includes(column) ? "label" : `from ${source(join)}`}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}
