import { useId } from "react";
import { GLOSSARY_PAGE } from "../../state/route/url";
import { chooseLetterKeys, chooseSize, chooseTheme } from "../../state/settings";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { isLetterLine, KEYMAP } from "../../terms/keymap";
import { Legend } from "../../timeline/legend/legend";
import { Checkbox } from "../../ui/controls/checkbox";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { Dialog } from "../../ui/dialog";
import { ThemeSwitch } from "../../ui/theme";
import styles from "./help-dialog.module.css";
import { useWorksOffline } from "./works-offline";

const SIZES = [
  { value: "regular", label: "as usual" },
  { value: "large", label: "for a projector" },
] as const;

export interface HelpDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the picture shows, and all keys, beside each other; over them the look. */
export function HelpDialog({ title, isOpen, onClose }: HelpDialogProps) {
  return (
    <Dialog open={isOpen} onClose={onClose} title={title} width="wide">
      <Look />
      <div className={styles.columns}>
        <section aria-label="Legend">
          <Legend />
          <GlossaryLink />
        </section>
        <Keys />
      </div>
    </Dialog>
  );
}

function GlossaryLink() {
  const hrefTo = usePageHref();
  return (
    <p className={styles.glossary}>
      <a href={hrefTo(GLOSSARY_PAGE)}>Every term: the glossary</a>
    </p>
  );
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
