import { type ReactNode, useEffect, useId, useMemo } from "react";
import type { Blank, BlankId, Filled } from "../../../ladder/blanks/blank";
import type { BlankLine, BlankProgram } from "../../../ladder/blanks/blank-program";
import { BLANK_PROGRAMS } from "../../../ladder/blanks/blank-programs";
import { meaningOfFilled, readFilling } from "../../../ladder/blanks/fill";
import { MISCONCEPTION_WORDS, type Misconception } from "../../../ladder/programs/misconceptions";
import { changeWork, ladderStore, markSolved } from "../../../state/ladder/ladder-store";
import { workIn } from "../../../state/ladder/ladder-work";
import { useAppHandle, usePart } from "../../../state/use-app";
import type { Language } from "../../../terms/languages";
import { LineGuides } from "../order/line-guides";
import styles from "../order/lines.module.css";
import { MeaningResults } from "../results/meaning-results";
import { BlankField } from "./blank-field";
import fillStyles from "./fill.module.css";

/** The second rung: the right program, with blanks where the rule is decided. It runs whenever all of them are filled. */
export function FillRung({ language }: { readonly language: Language }) {
  const app = useAppHandle();
  const program = BLANK_PROGRAMS[language];
  const filled: Filled = usePart(ladderStore, ({ work }) => workIn(work, language).blanks) ?? NOTHING;
  const meaning = useMemo(() => meaningOfFilled(program, filled), [program, filled]);
  const isRight = meaning?.misconceptions.length === 0;
  useEffect(() => {
    if (isRight) markSolved(app, language, "fill");
  }, [app, language, isRight]);
  const id = useId();
  return (
    <div className={fillStyles.rung}>
      <section className={styles.column} aria-labelledby={id}>
        <h2 id={id} className={styles.title}>
          Your program
        </h2>
        <p className={styles.about}>It runs as soon as every blank is filled.</p>
        <Lines
          program={program}
          filled={filled}
          gravest={meaning?.misconceptions[0]}
          onFill={(blank, text) => changeWork(app, language, { blanks: { ...filled, [blank]: text } })}
        />
        <p className={styles.given}>{program.given}</p>
      </section>
      <MeaningResults meaning={meaning} missing={whatIsOpen(program, filled)} rung="fill" />
    </div>
  );
}

const NOTHING: Filled = {};

interface LinesProps {
  readonly program: BlankProgram;
  readonly filled: Filled;
  /** What is wrong first; `undefined` where nothing is, or it does not run. */
  readonly gravest: Misconception | undefined;
  readonly onFill: (blank: BlankId, text: string) => void;
}

function Lines({ program, filled, gravest, onFill }: LinesProps) {
  const wrong = gravest === undefined ? undefined : BLANK_OF[gravest];
  return (
    <ol className={styles.program} aria-label="Your program">
      {program.lines.map((line) => {
        const isWrong = line.pieces.some((piece) => piece.kind === "blank" && piece.blank.id === wrong);
        return (
          <li key={line.id} className={styles.line} data-wrong={isWrong || undefined}>
            <Line program={program} line={line} filled={filled} onFill={onFill}>
              {isWrong && gravest !== undefined && (
                <span className={styles.does}>{MISCONCEPTION_WORDS[gravest].name}</span>
              )}
            </Line>
          </li>
        );
      })}
    </ol>
  );
}

interface LineProps extends Omit<LinesProps, "gravest"> {
  readonly line: BlankLine;
  /** What it does, where it is wrong. */
  readonly children: ReactNode;
}

/** A line with its blanks; under it why something cannot stand there. */
function Line({ program, line: { indent, pieces }, filled, onFill, children }: LineProps) {
  const refusedId = useId();
  const textIn = ({ id }: Blank) => filled[id] ?? "";
  const blanks = pieces.flatMap((piece) => (piece.kind === "blank" ? [piece.blank] : []));
  const refused = blanks
    .map((blank) => readFilling(program, blank, textIn(blank)))
    .find(({ kind }) => kind === "refused");
  return (
    <div className={fillStyles.line}>
      <LineGuides steps={indent} />
      <span className={styles.content}>
        <code className={styles.text}>
          {pieces.map((piece, i) =>
            piece.kind === "text" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the line
              <span key={i}>{piece.text}</span>
            ) : (
              <BlankField
                key={piece.blank.id}
                blank={piece.blank}
                text={textIn(piece.blank)}
                refusedId={refused && refusedId}
                onFill={(text) => onFill(piece.blank.id, text)}
              />
            ),
          )}
        </code>
        {children}
        <span id={refusedId} className={fillStyles.refused} role="status">
          {refused?.kind === "refused" && refused.sentence}
        </span>
      </span>
    </div>
  );
}

/** The blank in which a program with blanks gets it wrong. */
const BLANK_OF: Readonly<Partial<Record<Misconception, BlankId>>> = {
  no_key: "key",
  looks_ahead: "happened",
  same_moment_only: "happened",
  other_moments_only: "happened",
  strictly_before: "happened",
  created_forgotten: "known",
  too_old_only: "fresh",
  edge_too_old: "fresh",
  earliest: "order",
};

/** Why a program does not run yet, in a sentence; `null` where it does. */
function whatIsOpen(program: BlankProgram, filled: Filled): string | null {
  const reads = program.blanks.map((blank) => readFilling(program, blank, filled[blank.id] ?? ""));
  const open = reads.filter(({ kind }) => kind === "open").length;
  if (open > 0) return open === 1 ? "One blank is open." : `${open} blanks are open.`;
  return reads.some(({ kind }) => kind === "refused")
    ? "What stands in one blank makes no join that is drawn here; under its line it says why."
    : null;
}
