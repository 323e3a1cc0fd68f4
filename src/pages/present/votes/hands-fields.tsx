import { Fragment, type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { Letter } from "../../../present/answers";
import { type Ballot, SHARES, type Share } from "../../../present/ballot";
import { SHARE_NAMES } from "../../../present/votes/vote-words";
import { sessionStore } from "../../../state/present/session-store";
import { setHands, setShare, type VotePlace } from "../../../state/present/votes";
import { useAppHandle } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { classNames } from "../../../ui/class-names";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import styles from "./hands-fields.module.css";
import type { NamedAnswer } from "./named-answers";

/** One key a share, the first letter of its word. */
const SHARE_KEYS: Readonly<Record<string, Share>> = {
  n: "nobody",
  f: "few",
  q: "quarter",
  h: "half",
  m: "most",
  a: "all",
};
/** Nobody counts more. */
const MOST_DIGITS = 3;

export interface HandsFieldsProps {
  readonly place: VotePlace;
  readonly answers: readonly NamedAnswer[];
  readonly ballot: Ballot | null;
  readonly kind: "hands" | "shares";
  /** Called when the last one is typed, or it is left by Escape. */
  readonly onDone?: () => void;
  /** Whether it stands alone: then it says what each letter stands for, and has the focus at once. */
  readonly standsAlone?: boolean;
}

/**
 * Takes what was counted, or seen at a glance, for each letter: a number and Enter, or one key a share; either leads to the
 * next letter. A key of the page leads here. Those of a remote act as ever.
 */
export function HandsFields(props: HandsFieldsProps) {
  const { place, answers, ballot, kind, onDone, standsAlone = false } = props;
  const app = useAppHandle();
  const session = app.part(sessionStore);
  const id = useId();
  const fields = useRef(new Map<Letter, HTMLElement>());
  const focusOn = (letter: Letter | undefined) =>
    letter === undefined ? undefined : fields.current.get(letter)?.focus();
  const firstLetter = answers[0]?.letter;
  useEffect(() => {
    if (standsAlone && firstLetter !== undefined) fields.current.get(firstLetter)?.focus();
  }, [standsAlone, firstLetter]);
  useScopeKeys((event) => {
    if (keyAction("present", event) !== "hands") return;
    event.preventDefault();
    focusOn(firstLetter);
  });
  const goOn = (letter: Letter) => {
    const next = answers[answers.findIndex((one) => one.letter === letter) + 1];
    if (next !== undefined) return focusOn(next.letter);
    fields.current.get(letter)?.blur();
    onDone?.();
  };
  const onKey = (letter: Letter) => (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const share = kind === "shares" ? SHARE_KEYS[key.toLowerCase()] : undefined;
    if (share !== undefined) setShare(app, place, letter, share);
    if (share !== undefined || key === "Enter") {
      event.preventDefault();
      goOn(letter);
    }
    // A remote sends it, and no number has it. The point, which it may send as well, is beside the digits.
    if (key.toLowerCase() === "b") {
      event.preventDefault();
      session.setState({ isBlack: !session.getState().isBlack });
    }
    if (key !== "Escape") return;
    event.stopPropagation();
    fields.current.get(letter)?.blur();
    onDone?.();
  };
  return (
    <div className={styles.frame}>
      <div className={classNames(styles.fields, standsAlone && styles.wide)}>
        {answers.map(({ letter, words }) => {
          const own: FieldProps = {
            id: `${id}-${letter}`,
            place,
            letter,
            ballot,
            onKeyDown: onKey(letter),
            ref: (element) => {
              if (element === null) fields.current.delete(letter);
              else fields.current.set(letter, element);
            },
          };
          return (
            <div key={letter} className={styles.answer}>
              <label htmlFor={own.id}>
                <b>{letter}</b>
                <span className={standsAlone ? undefined : "visually-hidden"}> {words}</span>
              </label>
              {kind === "hands" ? <CountField {...own} /> : <ShareField {...own} />}
            </div>
          );
        })}
      </div>
      <p className={styles.help}>
        <kbd>H</kbd>{" "}
        {kind === "hands" ? (
          "leads here. Enter: next."
        ) : (
          <>
            leads here, then one key each:{" "}
            {Object.entries(SHARE_KEYS).map(([key, share]) => (
              <Fragment key={key}>
                <span className={styles.key}>
                  <kbd>{key.toUpperCase()}</kbd> {SHARE_NAMES[share]}
                </span>{" "}
              </Fragment>
            ))}
          </>
        )}
      </p>
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly place: VotePlace;
  readonly letter: Letter;
  readonly ballot: Ballot | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly ref: (element: HTMLElement | null) => void;
}

function CountField({ place, letter, ballot, ...own }: FieldProps) {
  const app = useAppHandle();
  return (
    <input
      {...own}
      className={styles.field}
      inputMode="numeric"
      autoComplete="off"
      placeholder="0"
      value={handsOf(ballot, letter)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setHands(app, place, letter, typedCount(event.currentTarget.value))}
    />
  );
}

function ShareField({ place, letter, ballot, ...own }: FieldProps) {
  const app = useAppHandle();
  return (
    <select
      {...own}
      className={styles.field}
      value={ballot?.kind === "shares" ? (ballot.shares[letter] ?? "") : ""}
      onChange={(event) => {
        const share = SHARES.find((one) => one === event.currentTarget.value);
        if (share !== undefined) setShare(app, place, letter, share);
      }}
    >
      <option value="" disabled>
        –
      </option>
      {SHARES.map((share) => (
        <option key={share} value={share}>
          {SHARE_NAMES[share]}
        </option>
      ))}
    </select>
  );
}

function handsOf(ballot: Ballot | null, letter: Letter): string {
  const count = ballot?.kind === "hands" ? ballot.counts[letter] : 0;
  return count === 0 ? "" : String(count);
}

/** Digits alone count. */
function typedCount(text: string): number {
  return Number(text.replace(/\D/g, "").slice(0, MOST_DIGITS));
}
