import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Letter } from "../../../present/answers";
import { type Ballot, SHARES, type Share } from "../../../present/ballot";
import { SHARE_NAMES } from "../../../present/votes/vote-words";
import { sessionStore } from "../../../state/present/session-store";
import { setHands, setShare, type VotePlace } from "../../../state/present/votes";
import { useApp, useAppHandle } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { classNames } from "../../../ui/class-names";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import styles from "./hands-fields.module.css";
import type { NamedAnswer } from "./named-answers";
import { NumberField } from "./number-field";

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
const MOST_HANDS = 999;

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
  const letterKeys = useApp((state) => state.letterKeys);
  const id = useId();
  const [refused, setRefused] = useState<Partial<Record<Letter, string>>>({});
  const refusedAt = answers.find(({ letter }) => refused[letter]);
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
      // A number that is not noted is not gone over.
      if (!refused[letter]) goOn(letter);
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
            onRefused: (words) => setRefused((before) => ({ ...before, [letter]: words })),
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
      {refusedAt && (
        <p className={styles.refused} role="alert">
          {refusedAt.letter}: {refused[refusedAt.letter]}
        </p>
      )}
      <p className={styles.help}>
        {letterKeys && (
          <>
            <kbd>H</kbd> leads here.{" "}
          </>
        )}
        {kind === "hands" ? (
          "Enter: next."
        ) : (
          <>
            One key each:{" "}
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
  readonly onRefused: (words: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly ref: (element: HTMLElement | null) => void;
}

function CountField({ place, letter, ballot, ...own }: FieldProps) {
  const app = useAppHandle();
  return (
    <NumberField
      {...own}
      className={styles.field}
      placeholder="0"
      number={ballot?.kind === "hands" ? ballot.counts[letter] : 0}
      most={MOST_HANDS}
      onFocus={(event) => event.currentTarget.select()}
      onNumber={(count) => setHands(app, place, letter, count)}
    />
  );
}

function ShareField({ place, letter, ballot, onRefused: _, ...own }: FieldProps) {
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
