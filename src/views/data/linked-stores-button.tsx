import { useState } from "react";
import { storeNameOf } from "../../state/document";
import {
  deleteLinkedStore,
  LINKED_STORE_DAYS,
  type LinkedStore,
  linkedStores,
  MOST_LINKED_STORES,
} from "../../state/linked-stores";
import { toError } from "../../state/query";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Dialog } from "../../ui/dialog";
import { FocusArrival } from "../../ui/focus-arrival";
import { countOf } from "../../ui/format-number";
import styles from "./linked-stores-button.module.css";

/** The way to what links and samples have left in this browser; nothing where they have left nothing. */
export function LinkedStoresButton() {
  const stores = usePart(linkedStores, (state) => state.stores);
  const [isOpen, setOpen] = useState(false);
  if (stores.length === 0 && !isOpen) return null;
  return (
    <>
      <p className={styles.way}>
        <Button variant="link" onClick={() => setOpen(true)}>
          Data kept from links
        </Button>
      </p>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Data kept from links">
        <FocusArrival of={String(stores.length)}>
          <LinkedStores stores={stores} />
        </FocusArrival>
      </Dialog>
    </>
  );
}

function LinkedStores({ stores }: { readonly stores: readonly LinkedStore[] }) {
  const app = useAppHandle();
  const shownName = useApp((state) => storeNameOf(state.document.dataset));
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async ({ name, title }: LinkedStore) => {
    try {
      const isDeleted = await deleteLinkedStore(app, name);
      setProblem(isDeleted ? null : `“${title}” is open in another tab: close that tab first.`);
    } catch (thrown) {
      setProblem(`“${title}” was not deleted. ${toError(thrown).message}`);
    }
  };
  return (
    <div className={styles.kept}>
      <p data-arrival>
        What a link or a sample brought is kept in this browser, apart from your own data: the{" "}
        {MOST_LINKED_STORES} that you opened last, each for {LINKED_STORE_DAYS} days. After that only the link
        itself brings it back, without what you stored into it.
      </p>
      {stores.length === 0 ? (
        <p role="status">Nothing is kept now.</p>
      ) : (
        <ul className={styles.list}>
          {stores.map((store) => (
            <li key={store.name} className={styles.item}>
              <span className={styles.title}>{store.title}</span>
              <span className={styles.note}>{storeWords(store, Date.now())}</span>
              {store.name === shownName ? (
                <span className={styles.note}>open now</span>
              ) : (
                <Button size="small" aria-label={`Delete ${store.title}`} onClick={() => void remove(store)}>
                  Delete
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </div>
  );
}

const DAY_MS = 86_400_000;

function storeWords({ rows, openedMs }: LinkedStore, nowMs: number): string {
  const days = Math.floor((nowMs - openedMs) / DAY_MS);
  const opened = days <= 0 ? "opened today" : `opened ${countOf(days, "day")} ago`;
  return rows === null ? opened : `${countOf(rows, "row")} · ${opened}`;
}
