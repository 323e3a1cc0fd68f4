import { MISCONCEPTION_WORDS, type Misconception } from "../../../ladder/programs/misconceptions";
import { agrees } from "../../../ladder/tests/marbles";
import { allAgree, type WrittenTest } from "../../../state/ladder/written-run";
import { formatNumber } from "../../../ui/format-number";
import { ABOUT } from "../results/meaning-results";
import { firstToShow } from "../results/test-result";
import type { Failure } from "./failure";
import { knownJoin } from "./known-join";
import { verdictOnShown } from "./row-verdict";

/** What is said of a program over its picture. */
export interface WrittenWords {
  /** What it does, in a sentence. */
  readonly headline: string;
  /** What more there is to say; `null` where nothing is. */
  readonly note: string | null;
  /** What it gets wrong that has a name, the gravest first: there is more to say of that than a note. */
  readonly misconceptions?: readonly Misconception[];
  /** The name of the test that it is about, where it is about one. */
  readonly about?: string | undefined;
}

/** What a program does, in words: named where it does what another join does that gets something wrong. */
export function writtenWords(tests: readonly WrittenTest[], failure: Failure | null): WrittenWords {
  if (failure !== null) {
    const { title, sentence, test } = failure;
    return {
      headline: title,
      note: test === null ? sentence : `In the test “${test}”: ${sentence}`,
      about: tests.find((one) => one.test.title === test)?.test.name,
    };
  }
  if (tests.every(({ yours }) => yours === null))
    return {
      headline: "Write the join, and run it.",
      note: "Every test then shows what your program takes.",
    };
  if (allAgree(tests))
    return { headline: "All tests agree.", note: "You have written a point-in-time join yourself." };
  if (tests.every(({ yours }) => yours?.every((rows) => rows.length === 0)))
    return { headline: "Your program takes no row yet.", note: null };
  const known = knownJoin(tests);
  const misconceptions = known?.meaning.misconceptions ?? [];
  const [gravest] = misconceptions;
  if (gravest !== undefined) {
    const { headline } = MISCONCEPTION_WORDS[gravest];
    return { headline, note: null, misconceptions, about: ABOUT[gravest] };
  }
  if (known !== null)
    return known.isExact
      ? {
          headline: "Your program is not right where there is no TTL.",
          note: "Then a payment counts however old it is.",
          about: "no_ttl",
        }
      : {
          headline: "Your program takes the first of two at the same moment.",
          note: "The one that was entered last counts: it stands later among the rows.",
          about: "same_moment",
        };
  return wordsOfShown(tests);
}

/** Of a program that does what no join does that could be named: what is wrong with the first answer that is. */
function wordsOfShown(tests: readonly WrittenTest[]): WrittenWords {
  const differing = tests.filter(({ test, yours }) => yours === null || !agrees(test, yours)).length;
  const count = `other rows than the right ones in ${formatNumber(differing)} of ${formatNumber(tests.length)} tests.`;
  const shown = firstToShow(tests);
  const verdict = shown === undefined ? null : verdictOnShown(shown);
  if (shown === undefined || verdict === null) return { headline: `Your program takes ${count}`, note: null };
  const { name, title } = shown.test;
  return { headline: verdict, note: `So in the test “${title}”. It takes ${count}`, about: name };
}
