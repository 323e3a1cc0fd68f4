import {
  type EvaluatedCandidate,
  type ReasonName,
  type SliceJoin,
  type Tie,
  tieOf,
  VERDICTS,
  type Verdict,
  VerdictCode,
  type Verdicts,
  verdicts,
} from "../../microfs/core";
import type { CandidateIndex } from "./candidate-index";

/** A join's candidates with their verdicts at one moment, in time order: places count them. */
export class VerdictsAt {
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  readonly candidates: CandidateIndex;
  /** Shape [length], by place: `VerdictCode`s. */
  readonly codes: Uint8Array;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly reason: ReasonName;
  /** The chosen one's place; −1 where there is none. */
  readonly chosenAt: number;
  readonly #found: Verdicts;
  readonly #rule: SliceJoin["rule"];

  /** O(m) over bytes, and over created times where the rule asks for them. */
  constructor(candidates: CandidateIndex, join: SliceJoin, tUs: bigint) {
    const found = verdicts(tUs, join.keyIsNull ? null : candidates.features, join.rule);
    this.tUs = tUs;
    this.candidates = candidates;
    this.codes = found.codes;
    this.counts = found.counts;
    this.reason = found.reason;
    this.chosenAt = found.chosen;
    this.#found = found;
    this.#rule = join.rule;
  }

  /** How many candidates there are: none where the key is null. */
  get length(): number {
    return this.codes.length;
  }

  get chosen(): EvaluatedCandidate | undefined {
    return this.at(this.chosenAt);
  }

  at(place: number): EvaluatedCandidate | undefined {
    const verdict = VERDICTS[this.codes[place] ?? -1];
    if (verdict === undefined) return undefined;
    const { row, eventTime, createdTime } = this.candidates.at(place);
    return { row, eventTime, createdTime, verdict };
  }

  /** By its number in the group's table. */
  ofRow(row: number): EvaluatedCandidate | undefined {
    return this.at(this.candidates.placeOf(row));
  }

  /** Those at the places [from, to), all by default, as far as there are any: an object each. */
  slice(from = 0, to = this.length): EvaluatedCandidate[] {
    const places = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    return places.flatMap((place) => this.at(place) ?? []);
  }

  /** The place of the first with a verdict; −1 where none has it. */
  firstOf(verdict: Verdict): number {
    return this.codes.indexOf(VerdictCode[verdict]);
  }

  /** How many candidates of one moment there are, of any verdict or of some. O(log m) and their number. */
  countAt(us: bigint, ...of: readonly Verdict[]): number {
    const { from, to } = this.candidates.placesAt(us);
    const there = this.codes.subarray(from, to);
    if (of.length === 0) return there.length;
    return there.reduce(
      (sum, code) => sum + (of.some((verdict) => VerdictCode[verdict] === code) ? 1 : 0),
      0,
    );
  }

  /** How the chosen one won where the direction alone did not decide; `null` where none was chosen. */
  get tie(): Tie | null {
    return tieOf(this.tUs, this.candidates.features, this.#found, this.#rule);
  }
}
