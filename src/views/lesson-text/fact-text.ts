import type { Lesson } from "../../learn/lesson";
import { type Asked, ask, lessonScenario, type Option, variantEdits } from "../../learn/questions/ask";
import { rowOfOption } from "../../learn/questions/option";
import { entitySlices, tableRows } from "../../learn/questions/whole-table";
import type { Fact, FactName } from "../../learn/text/lesson-text";
import {
  type EntitySlice,
  type EvaluatedCandidate,
  explainSlice,
  knownAt,
  type SliceColumn,
  type SliceJoin,
  VERDICTS,
} from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import { VARIANT_NAMES } from "../../terms/variants";
import { shownColumn } from "../../timeline/slice-index/slice-index";
import { durationInWords } from "../../timeline/words/duration-in-words";
import {
  formatClock,
  formatDay,
  formatMoment,
  formatMomentNear,
  momentStyle,
} from "../../timeline/words/format-moment";
import { columnFormat } from "../../timeline/words/format-value";
import { entityName } from "../../timeline/words/nouns";
import { unbroken } from "../../timeline/words/unbroken";
import { phaseLabel } from "../../timeline/words/verdict-words";
import { formatNumber } from "../../ui/format-number";

/** An answer that a text speaks of: what was asked, and which option was taken. */
export interface GivenAnswer {
  readonly asked: Asked;
  readonly option: string;
}

/**
 * What a text says of a scenario: computed from it, in words. See `FACTS` for what each fact can be given.
 *
 * @param given - The answer that the text speaks of, where it speaks of one: `of=yours` is its row, and what is said of its
 *   scenario is said of the variant that was asked.
 * @throws RangeError where there is no such thing in the scenario. A test computes every fact of every lesson.
 */
export function factText(lesson: Lesson, fact: Fact, given: GivenAnswer | null = null): string {
  return unbroken(FACT_TEXTS[fact.name](new FactSubject(lesson, fact, given)));
}

const FACT_TEXTS: Readonly<Record<FactName, (subject: FactSubject) => string>> = {
  moment: (subject) => subject.momentText(subject.t(subject.spineRow())),
  time: (subject) => subject.momentText(subject.candidate().row.eventTime),
  known(subject) {
    const { row, join } = subject.candidate();
    return subject.momentText(knownAt(row, join.groupClock));
  },
  value(subject) {
    if (subject.fact.attributes.of === "spine") {
      const { spine } = subject.sliceOf(subject.spineRow());
      return columnText(
        spine.columns,
        subject.fact.attributes.column ?? spine.label[0],
        spine.rows,
        subject.spineRow(),
      );
    }
    const { row, join } = subject.candidate();
    const column = subject.fact.attributes.column ?? shownColumn(join)?.name;
    return columnText(join.columns, column, join.rows, row.row);
  },
  age(subject) {
    const { row, join } = subject.candidate();
    const from = subject.fact.attributes.from === "known" ? knownAt(row, join.groupClock) : row.eventTime;
    const distance =
      subject.t(subject.isOfAnswer() ? subject.spineRow() : subject.numberAt("of", subject.start())) - from;
    return durationInWords(distance);
  },
  lag(subject) {
    const { row, join } = subject.candidate();
    return durationInWords(knownAt(row, join.groupClock) - row.eventTime);
  },
  count: (subject) => countInWords(countOf(subject)),
  ttl(subject) {
    const { ttlUs } = subject.join().rule;
    if (ttlUs === null) throw new RangeError("the join has no TTL");
    return durationInWords(ttlUs);
  },
  delay: (subject) => durationInWords(subject.join().rule.delayUs),
  entity(subject) {
    const slice = subject.sliceOf(subject.spineRow());
    return subject.fact.attributes.as === "key"
      ? slice.entity.map(({ value }) => String(value)).join(", ")
      : entityName(slice);
  },
  answer(subject) {
    const asked = subject.askedAs(subject.fact.attributes.question ?? "");
    const right = asked.options.find(({ id }) => id === asked.right);
    if (right === undefined) throw new RangeError(`nothing answers ${asked.name}`);
    return answerText(asked, right);
  },
};

/** A number of things as a sentence says it: in words up to twelve. */
export function countInWords(count: number): string {
  return COUNT_WORDS[count] ?? formatNumber(count);
}

const COUNT_WORDS = [
  ...["no", "one", "two", "three", "four", "five", "six"],
  ...["seven", "eight", "nine", "ten", "eleven", "twelve"],
];

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** What a fact speaks of. */
class FactSubject {
  readonly lesson: Lesson;
  readonly fact: Fact;
  readonly #given: GivenAnswer | null;
  #slices: readonly EntitySlice[] | null = null;

  constructor(lesson: Lesson, fact: Fact, given: GivenAnswer | null) {
    this.lesson = lesson;
    this.fact = fact;
    this.#given = given;
  }

  /** As the variant leaves it that the text's question was asked in, where it is of this scenario. */
  scenario(): Scenario {
    const name = this.fact.attributes.scenario ?? this.#asked().question.scenario;
    const scenario = lessonScenario(this.lesson, name);
    const asked = this.#given?.asked;
    if (asked === undefined || asked.question.scenario !== name) return scenario;
    const edits = variantEdits(asked.question, asked.variant);
    return { ...scenario, edits: [...(scenario.edits ?? []), ...edits] };
  }

  /** The entities' slices: of the answer's question, as it was asked, that one alone. */
  slices(): readonly EntitySlice[] {
    this.#slices ??=
      this.fact.attributes.scenario === undefined ? [this.#asked().slice] : entitySlices(this.scenario());
    return this.#slices;
  }

  /** A question as the text's own was asked, where it is that one; else as it stands. */
  askedAs(question: string): Asked {
    const asked = this.#given?.asked;
    return asked?.name === question ? asked : ask(this.lesson, question, 0);
  }

  /** The spine row that is spoken of where the fact names none. */
  start(): number {
    if (this.fact.attributes.scenario === undefined) return this.#asked().at.spineRow;
    return this.scenario().start?.row ?? 0;
  }

  spineRow(): number {
    return this.isOfAnswer() ? this.start() : this.numberAt("row", this.start());
  }

  isOfAnswer(): boolean {
    return ["yours", "right", "asked"].includes(this.fact.attributes.of ?? "");
  }

  sliceOf(spineRow: number): EntitySlice {
    const slice = this.slices().find(({ spine }) => spine.rows.includes(spineRow));
    if (slice === undefined) throw new RangeError(`there is no spine row ${spineRow}`);
    return slice;
  }

  t(spineRow: number): bigint {
    const { spine } = this.sliceOf(spineRow);
    return spine.timesUs[spine.rows.indexOf(spineRow)] ?? 0n;
  }

  join(slice: EntitySlice = this.sliceOf(this.start())): SliceJoin {
    const number = this.numberAt("join", this.#given?.asked.at.join ?? 0);
    const join = slice.joins[number];
    if (join === undefined) throw new RangeError(`there is no join ${number}`);
    return join;
  }

  /** The row of a group that is spoken of, whoever's it is. */
  candidate(): { readonly row: EvaluatedCandidate; readonly join: SliceJoin } {
    const wanted = this.isOfAnswer() ? this.#answerRow() : this.numberAt("row", null);
    for (const slice of this.slices()) {
      const join = this.join(slice);
      const row = explainSlice(slice, join, 0).candidates.find((one) => one.row === wanted);
      if (row !== undefined) return { row, join };
    }
    throw new RangeError(`no entity has a row ${wanted}`);
  }

  momentText(us: bigint): string {
    switch (this.fact.attributes.as ?? (this.fact.name === "moment" ? "full" : "near")) {
      case "near":
        return formatMomentNear(us, this.t(this.start()), momentStyle(this.sliceOf(this.start())));
      case "clock":
        return formatClock(us);
      case "day":
        return formatDay(us, { year: false });
      case "weekday":
        return WEEKDAYS[new Date(Number(us / 1000n)).getUTCDay()] ?? "";
      case "full":
        return formatMoment(us, momentStyle(this.sliceOf(this.start())));
      default:
        throw new RangeError(`a moment cannot be written as ${this.fact.attributes.as}`);
    }
  }

  /** @param otherwise - What it is where nothing is given; `null` where something must be. */
  numberAt(attribute: string, otherwise: number | null): number {
    const given = this.fact.attributes[attribute];
    const number = given === undefined ? otherwise : Number(given);
    if (number === null || !Number.isInteger(number))
      throw new RangeError(`${this.fact.name} needs a number as ${attribute}: ${given}`);
    return number;
  }

  #asked(): Asked {
    if (this.#given === null) throw new RangeError(`${this.fact.name} needs a scenario, or an answer`);
    return this.#given.asked;
  }

  #answerRow(): number {
    const asked = this.#asked();
    if (this.fact.attributes.of === "asked") {
      if (asked.question.kind === "rule") return asked.question.of;
      throw new RangeError(`${asked.name} asks of no row which step decided about it`);
    }
    const wanted = this.fact.attributes.of === "right" ? asked.right : this.#given?.option;
    const row = rowOfOption(asked, wanted ?? null);
    if (row === null) throw new RangeError(`${wanted} is no row`);
    return row;
  }
}

function countOf(subject: FactSubject): number {
  const { of = "rows", variant } = subject.fact.attributes;
  switch (of) {
    case "spine":
      return subject.slices().reduce((rows, { spine }) => rows + spine.rows.length, 0);
    case "entities":
      return subject.slices().length;
    case "group":
      return subject.slices().reduce((rows, slice) => rows + subject.join(slice).rows.length, 0);
    case "joins":
      return subject.scenario().view.joins.length;
    case "table": {
      const name = VARIANT_NAMES.find((one) => one === (variant ?? "own"));
      if (name === undefined) throw new RangeError(`there is no join variant ${variant}`);
      return tableRows(entitySlices(subject.scenario()), name);
    }
  }
  if (of !== "rows" && !VERDICTS.some((verdict) => verdict === of))
    throw new RangeError(`there is nothing to count as ${of}`);
  const slice = subject.sliceOf(subject.spineRow());
  const { candidates } = explainSlice(
    slice,
    subject.join(slice),
    slice.spine.rows.indexOf(subject.spineRow()),
  );
  return of === "rows" ? candidates.length : candidates.filter(({ verdict }) => verdict === of).length;
}

function columnText(
  columns: readonly SliceColumn[],
  name: string | undefined,
  rows: Int32Array,
  row: number,
): string {
  const column = columns.find((one) => one.name === name);
  const value = column?.values[rows.indexOf(row)];
  if (column === undefined || value === undefined) throw new RangeError(`row ${row} has no column ${name}`);
  return columnFormat(column)(value);
}

function answerText({ slice, at }: Asked, option: Option): string {
  const join = slice.joins[at.join];
  if (join === undefined) throw new RangeError(`there is no join ${at.join}`);
  switch (option.kind) {
    case "row":
      return columnText(join.columns, shownColumn(join)?.name, join.rows, option.row);
    case "none":
      return "nothing";
    case "phase":
      return phaseLabel(option.phase, join.rule, entityName(slice, join), true);
    case "count":
      return countInWords(option.count);
    case "join":
      return slice.joins[option.join]?.fgName ?? "";
  }
}
