import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { choosePublishedAddress, publishedAddressStore } from "../../state/published-address";
import { useAppHandle, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { useScopeRoot } from "../../ui/keys/key-scope";
import { carriesWords } from "../present/carries-words";
import { PublishedForm } from "./published-form";
import { QrCode, usePublicAddress } from "./qr-code";
import styles from "./qr-screen.module.css";
import { reachOf } from "./reach";

export interface QrScreenProps {
  /** An address; or the part of one after the page's own, `#/learn`. */
  readonly href: string;
  /** How many rows of the reader's own the link carries that nobody was told of yet. */
  readonly ownRows?: number;
  readonly onClose: () => void;
}

/** A press that leads on or back takes the code away: who holds a clicker has no Escape on it. */
const CLOSING_KEYS = ["q", "Q", "PageDown", "PageUp"];

/** The QR code of a link, over all of the window, until it is closed. */
export function QrScreen(props: QrScreenProps) {
  const scopeRoot = useScopeRoot();
  return createPortal(<OpenScreen {...props} />, scopeRoot());
}

function OpenScreen({ href, ownRows = 0, onClose }: QrScreenProps) {
  const [isTold, setTold] = useState(ownRows === 0);
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    // On the window: a button that was pressed and is gone leaves the focus to nothing.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!CLOSING_KEYS.includes(event.key) || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      onClose();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onClose]);
  return (
    <dialog
      ref={dialog}
      className={styles.screen}
      aria-label="QR code"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.close}>
        <Button variant="link" onClick={onClose}>
          Close
        </Button>
      </div>
      {isTold ? (
        <>
          <div className={styles.code}>
            <QrCode href={href} />
          </div>
          <Reachable href={href} />
        </>
      ) : (
        <div className={styles.told}>
          <p>{carriesWords("The link", ownRows)}</p>
          <Button onClick={() => setTold(true)}>Show the code</Button>
        </div>
      )}
    </dialog>
  );
}

/** Where no phone can reach the link, asks where it could. */
function Reachable({ href }: { readonly href: string }) {
  const app = useAppHandle();
  const address = usePublicAddress(href);
  const published = usePart(publishedAddressStore, (state) => state.address);
  const isSubstituted = published !== null && reachOf(window.location.href) !== "any_machine";
  if (isSubstituted)
    return (
      <p className={styles.reach}>
        The code leads to where you said that the app is published.{" "}
        <Button variant="link" onClick={() => choosePublishedAddress(app, null)}>
          Change
        </Button>
      </p>
    );
  if (reachOf(address) === "any_machine") return null;
  return (
    <div className={styles.reach}>
      <PublishedForm />
    </div>
  );
}
