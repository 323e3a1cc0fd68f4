import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/controls/button";
import { type NewVersion, watchNewVersion } from "./new-version";
import styles from "./new-version-notice.module.css";
import { serviceWorkers } from "./works-offline";

const WORDS = {
  waiting: { said: "A new version is there.", wayOn: "Reload to use it" },
  coming: { said: "The new version comes once the old one has ended, in about half a minute.", wayOn: null },
  "taken elsewhere": { said: "Another tab uses a new version now.", wayOn: "Reload to use it here" },
} as const;

/** Offers a new version when there is one. It is the reader who takes it, here or never. */
export function NewVersionNotice() {
  const [version, setVersion] = useState<NewVersion>("none");
  const watch = useRef<ReturnType<typeof watchNewVersion>>(null);
  useEffect(() => {
    const serviceWorker = serviceWorkers();
    if (serviceWorker === null) return;
    const host = {
      serviceWorker,
      reload: () => window.location.reload(),
      fetch: (url: URL) => window.fetch(url, { cache: "no-store" }),
    };
    const started = watchNewVersion(host, new URL("sw.js", document.baseURI), setVersion);
    watch.current = started;
    // A page that stands open for days hears of a new version when it is looked at again.
    const onShown = () => document.visibilityState === "visible" && started.check();
    document.addEventListener("visibilitychange", onShown);
    return () => {
      document.removeEventListener("visibilitychange", onShown);
      started.stop();
    };
  }, []);
  const onLeave = () => {
    // Taken or not: nothing is loaded again under the reader's hands.
    watch.current?.leave();
    setVersion("none");
  };
  if (version === "none") return null;
  const { said, wayOn } = WORDS[version];
  return (
    <aside className={styles.notice} aria-label="New version">
      <p role="status">{said}</p>
      <div className={styles.actions}>
        {wayOn !== null && (
          <Button size="small" onClick={() => watch.current?.take()}>
            {wayOn}
          </Button>
        )}
        <Button variant="link" onClick={onLeave}>
          Not now
        </Button>
      </div>
    </aside>
  );
}
