import { lazy, Suspense, useId, useState } from "react";
import { toggleFullView } from "../../state/full-view";
import { chooseLetterKeys, chooseSize, chooseTheme } from "../../state/settings";
import { useApp, useAppHandle } from "../../state/use-app";
import { isLetterLine, KEYMAP, keyAction } from "../../terms/keymap";
import { Button } from "../../ui/controls/button";
import { Checkbox } from "../../ui/controls/checkbox";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { Dialog } from "../../ui/dialog";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { useScopeKeys } from "../../ui/keys/key-scope";
import { ThemeSwitch } from "../../ui/theme";
import styles from "./help-button.module.css";
import { useWorksOffline } from "./works-offline";

const SIZES = [
  { value: "regular", label: "as usual" },
  { value: "large", label: "for a projector" },
] as const;

// Home must be there within a second: the legend comes when it is first asked for.
const Legend = lazy(async () => {
  try {
    return { default: (await import("../../timeline/legend/legend")).Legend };
  } catch {
    return { default: NoLegend };
  }
});

/** `?`: the legend, the look, and all keys. The key of that name opens it from anywhere but a text field. */
export function HelpButton() {
  const [isOpen, setOpen] = useState(false);
  usePageKeys(() => setOpen(true));
  return (
    <>
      <Button variant="link" aria-label={TITLE} aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        ?
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={TITLE} width="wide">
        <Look />
        <div className={styles.columns}>
          <section aria-label="Legend">
            <Suspense fallback={<LoadingLine>Opening the legend …</LoadingLine>}>
              <Legend />
            </Suspense>
          </section>
          <Keys />
        </div>
      </Dialog>
    </>
  );
}

const TITLE = "Legend, keys and look";

function NoLegend() {
  return <p>The legend could not be loaded. Load the page again.</p>;
}

function Look() {
  const app = useAppHandle();
  const linkedTheme = useApp((state) => state.route.theme);
  const chosenTheme = useApp((state) => state.theme);
  const linkedSize = useApp((state) => state.route.size);
  const chosenSize = useApp((state) => state.size);
  return (
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
  );
}

function Keys() {
  const app = useAppHandle();
  const id = useId();
  const letterKeys = useApp((state) => state.letterKeys);
  const worksOffline = useWorksOffline();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        Keys
      </h3>
      <dl className={styles.keys}>
        {KEYMAP.filter(({ shown }) => shown.length > 0).map((line) => {
          const isOff = !letterKeys && isLetterLine(line);
          return (
            <div key={line.words} className={styles.row} data-off={isOff || undefined}>
              <dt>
                {line.shown.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>
                {isOff && "off: "}
                {line.words}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.note}>
        No key acts while you write in a field.
        {worksOffline && " All of microFS is kept in this browser: it works offline."}
      </p>
      <Checkbox
        label="Letters, digits and signs are keys"
        help="Without them nothing happens when you press one by accident, or speak to your computer. All other keys stay."
        checked={letterKeys}
        onChange={(checked) => chooseLetterKeys(app, checked)}
      />
    </section>
  );
}

/** The keys that act on every page. */
function usePageKeys(onHelp: () => void): void {
  const app = useAppHandle();
  useScopeKeys((event) => {
    const action = keyAction("page", event);
    if (action === null) return;
    event.preventDefault();
    if (action === "help") onHelp();
    else toggleFullView(app);
  });
}
