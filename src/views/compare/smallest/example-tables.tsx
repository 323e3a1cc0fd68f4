import type { ReactNode } from "react";
import type { ShownColumn, ShownExample, TakenState } from "./shown-example";
import styles from "./smallest-dialog.module.css";
import { Marked, WrittenValues } from "./written-values";

/** The example's rows: the one to predict for with what each join writes, and those of the group with what each join takes. */
export function ExampleTables({ shown }: { readonly shown: ShownExample }) {
  const { spine, group, above, below, feature } = shown;
  const sides = [above, below];
  return (
    <>
      <Frame name={spine.name} note="the row to predict for">
        <thead>
          <tr>
            <Names columns={spine.columns} />
            {sides.map((side) => (
              <th key={side.word} scope="col" className={styles.side}>
                {feature} <span className={styles.by}>{side.word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Cells columns={spine.columns} row={0} />
            {sides.map((side) => (
              <td key={side.word} className={styles.side} data-name={`${feature}, ${side.word}`}>
                {side.values.length === 0 ? (
                  <span className={styles.note}>nothing</span>
                ) : (
                  <span>
                    <WrittenValues side={side} />
                  </span>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </Frame>
      <Frame name={group.name} note={group.rule}>
        <thead>
          <tr>
            <Names columns={group.columns} />
            {sides.map((side) => (
              <th key={side.word} scope="col" className={styles.side}>
                taken <span className={styles.by}>{side.word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: group.numRows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
            <tr key={row}>
              <Cells columns={group.columns} row={row} />
              {sides.map((side) => (
                <td key={side.word} className={styles.side} data-name={`taken, ${side.word}`}>
                  <Taken state={side.takes.get(row)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Frame>
    </>
  );
}

function Frame({
  name,
  note,
  children,
}: {
  readonly name: string;
  readonly note: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <b>{name}</b> <span className={styles.note}>{note}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}

function Names({ columns }: { readonly columns: readonly ShownColumn[] }) {
  return columns.map(({ name, isNumber }) => (
    <th key={name} scope="col" data-number={isNumber || undefined}>
      {name}
    </th>
  ));
}

function Cells({ columns, row }: { readonly columns: readonly ShownColumn[]; readonly row: number }) {
  return columns.map(({ name, isNumber, values }) => (
    <td key={name} data-name={name} data-number={isNumber || undefined} title={values[row]?.exact}>
      {values[row]?.text}
    </td>
  ));
}

function Taken({ state }: { readonly state: TakenState | undefined }) {
  return state !== undefined && <Marked state={state}>{state === "leak" ? "a leak" : "yes"}</Marked>;
}
