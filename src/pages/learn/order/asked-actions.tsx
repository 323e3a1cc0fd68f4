import type { Asked } from "../../../learn/questions/ask";
import { WORDS } from "../../../learn/words";
import { actionWords } from "../../../views/store-actions/action-words";
import styles from "./asked-actions.module.css";

/** What is done before a question asks what a look-up gives, in its variant's words. */
export function AskedActions({ asked: { scenario, slice, at } }: { readonly asked: Asked }) {
  const eventTime = slice.joins[at.join]?.eventTime ?? "";
  return (
    <ol className={styles.actions} aria-label={WORDS.order.actions}>
      {(scenario.actions ?? []).map((action, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question's actions do not change
        <li key={i}>{actionWords(action, slice, eventTime)}</li>
      ))}
    </ol>
  );
}
