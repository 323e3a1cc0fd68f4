import { AddData } from "./add-data";
import styles from "./invitation.module.css";

/** The first screen of an empty store: what this is, and the ways to begin. */
export function Invitation() {
  return (
    <section className={styles.invitation}>
      <h1 className={styles.headline}>Build a training table that never sees the future.</h1>
      <p className={styles.words}>
        Bring two tables: what you want to predict, and what could have been known. microFS joins them as of
        each moment, shows why every value was chosen, and keeps the latest ones ready to serve.
      </p>
      <AddData size="page" />
    </section>
  );
}
