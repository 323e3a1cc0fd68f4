import { useEffect, useState } from "react";
import { GALLERY } from "../../state/route/url";
import { chooseSize, chooseTheme } from "../../state/settings";
import { useApp, useAppHandle, useHref } from "../../state/use-app";
import { belongsToFocus } from "../../timeline/step/step-keys";
import { Button } from "../../ui/controls/button";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { Dialog } from "../../ui/dialog";
import { ThemeSwitch } from "../../ui/theme-switch";
import styles from "./help-button.module.css";
import { KEY_WORDS } from "./keys";

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
          {KEY_WORDS.map(({ keys, does }) => (
            <div key={does} className={styles.row}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.note}>
          No key acts while you write in a field.{" "}
          <a href={hrefTo({ theme: linkedTheme, size: linkedSize }, GALLERY)}>The gallery</a> shows every case
          that a join can meet.
        </p>
      </Dialog>
    </>
  );
}

/** The keys that act on every page: `?` asks for help, `F` fills the screen and comes back. */
function usePageKeys(onHelp: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (document.querySelector("dialog[open]") !== null || belongsToFocus(event.target, event.key)) return;
      if (event.key === "?") onHelp();
      else if (event.key.toLowerCase() === "f") toggleFullScreen();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}

/** A browser that allows no full screen stays as it is: there is nothing to say about it. */
function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}
