import { useState } from "react";
import { GALLERY } from "../../state/route/url";
import { chooseSize, chooseTheme } from "../../state/settings";
import { useApp, useAppHandle, useHref } from "../../state/use-app";
import { KEYMAP, keyAction } from "../../terms/keymap";
import { Button } from "../../ui/controls/button";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { Dialog } from "../../ui/dialog";
import { belongsToFocus, useScopeKeys } from "../../ui/keys/key-scope";
import { ThemeSwitch } from "../../ui/theme";
import styles from "./help-button.module.css";
import { useWorksOffline } from "./works-offline";

const SIZES = [
  { value: "regular", label: "as usual" },
  { value: "large", label: "for a projector" },
] as const;

/** `?`: the look, and all keys. The key of that name opens it from anywhere but a text field. */
export function HelpButton() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const [isOpen, setOpen] = useState(false);
  const linkedTheme = useApp((state) => state.route.theme);
  const chosenTheme = useApp((state) => state.theme);
  const linkedSize = useApp((state) => state.route.size);
  const chosenSize = useApp((state) => state.size);
  const worksOffline = useWorksOffline();
  usePageKeys(() => setOpen(true));
  return (
    <>
      <Button variant="link" aria-label="Keys and look" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        ?
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="Keys and look" width="wide">
        <div className={styles.look}>
          <ThemeSwitch theme={linkedTheme ?? chosenTheme} onChange={(theme) => chooseTheme(app, theme)} />
          <SegmentedChoice
            label="Size"
            labelPlace="beside"
            options={SIZES}
            value={linkedSize ?? chosenSize}
            onChange={(size) => chooseSize(app, size)}
          />
        </div>
        <dl className={styles.keys}>
          {KEYMAP.filter(({ shown }) => shown.length > 0).map(({ shown, words }) => (
            <div key={words} className={styles.row}>
              <dt>
                {shown.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>
          No key acts while you write in a field.{" "}
          <a href={hrefTo({ theme: linkedTheme, size: linkedSize }, GALLERY)}>The gallery</a> shows every case
          that a join can meet.
          {worksOffline && " All of microFS is kept in this browser: it works offline."}
        </p>
      </Dialog>
    </>
  );
}

/** The keys that act on every page. */
function usePageKeys(onHelp: () => void): void {
  useScopeKeys((event) => {
    const action = keyAction("page", event);
    if (action === null || belongsToFocus(event.target, event.key)) return;
    event.preventDefault();
    if (action === "help") onHelp();
    else toggleFullScreen();
  });
}

/** A browser that allows no full screen stays as it is: there is nothing to say about it. */
function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
