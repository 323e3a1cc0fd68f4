import { KEYMAP } from "../../../terms/keymap";
import styles from "./lines.module.css";

const LINES = KEYMAP.filter(({ scope }) => scope === "line");

/** The keys of a line, as the help has them. */
export function LineKeys() {
  return (
    <dl className={styles.keys} aria-label="Keys">
      {LINES.map(({ shown, words }) => (
        <div key={words}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words.replace(/^on a line.*?: /, "")}</dd>
        </div>
      ))}
    </dl>
  );
}
