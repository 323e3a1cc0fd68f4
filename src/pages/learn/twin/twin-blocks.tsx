import { lessonScenario } from "../../../learn/questions/ask";
import { entitySlices } from "../../../learn/questions/whole-table";
import type { Block, Directive } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { PHASES } from "../../../terms/phases";
import { type Coordinate, startOf } from "../../../timeline/step/coordinate";
import { formatMoment } from "../../../timeline/words/format-moment";
import { entityName } from "../../../timeline/words/nouns";
import { transcript } from "../../../timeline/words/sentence";
import { Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import { useCourseLesson, useLesson } from "../lesson/lesson-context";
import { AskedActions } from "../order/asked-actions";
import { CutoffTable } from "../timeline/cutoff-tables";
import { useLearnHref } from "../use-learn-href";
import { StillPicture } from "./still-picture";
import styles from "./text-twin.module.css";
import type { TwinQuestion } from "./twin-questions";

export interface TwinBlocksProps {
  readonly blocks: readonly Block[];
  /** The part that they are of, by its name. */
  readonly part: string | null;
  readonly questions: readonly TwinQuestion[];
}

/** A part of a lesson to be read: what moves on the screen stands still, and what is pressed there is listed. */
export function TwinBlocks({ blocks, ...rest }: TwinBlocksProps) {
  return blocks.map((block, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
    <TwinBlock key={i} block={block} {...rest} />
  ));
}

type OfPart = Omit<TwinBlocksProps, "blocks">;

function TwinBlock({ block, ...rest }: OfPart & { readonly block: Block }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
            <li key={i}>
              <Inlines inlines={item} />
            </li>
          ))}
        </List>
      );
    }
    case "directive":
      return <TwinDirective directive={block} {...rest} />;
  }
}

function TwinDirective({ directive, part, questions }: OfPart & { readonly directive: Directive }) {
  const question = questions.find((one) => one.directive === directive);
  if (question !== undefined) return <Question {...question} />;
  const { answers } = directive.attributes;
  if (directive.name === "timeline")
    return answers === undefined ? (
      <Timeline directive={directive} />
    ) : (
      <AnswerPicture directive={directive} questions={questions} />
    );
  if (directive.name === "fill") return <Cells directive={directive} />;
  return <InApp directive={directive} part={part} />;
}

/** A question with its picture and its options; the answer stands at the end. */
function Question({ number, directive, asked }: TwinQuestion) {
  const words = optionWords(asked);
  const { slice, at, options } = asked;
  return (
    <div className={styles.question}>
      {asked.question.kind === "served" && <AskedActions asked={asked} />}
      <StillPicture slice={slice} at={at} />
      <p>
        <strong>
          {say(WORDS.twin.question, { number })}. <Inlines inlines={directive.label} />
        </strong>
      </p>
      <ul className={styles.options}>
        {options.map(({ id }) => (
          <li key={id}>{words.get(id)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The step of a question that was asked before: how it goes on would tell the answer. */
function AnswerPicture({
  directive: {
    attributes: { answers, variant, steps, windows, cutoff },
  },
  questions,
}: {
  readonly directive: Directive;
  readonly questions: readonly TwinQuestion[];
}) {
  const question = questions.find(
    ({ directive: { attributes } }) => attributes.question === answers && attributes.variant === variant,
  );
  if (question === undefined) return null;
  const { number, asked } = question;
  if (steps !== undefined) return <p>{say(WORDS.twin.stepsAtEnd, { number })}</p>;
  const { slice, at } = asked;
  if (cutoff !== undefined) return <CutoffTable slice={slice} join={at.join} />;
  const rows = windows === undefined ? [at.spineRow] : [...slice.spine.rows];
  return rows.map((row) => (
    <StillPicture key={row} slice={slice} at={{ ...at, spineRow: row, phase: "write_cell" }} />
  ));
}

/** A picture of a scenario, and where it is gone through, before and after, with what each step says. */
function Timeline({ directive: { attributes } }: { readonly directive: Directive }) {
  const { lesson } = useLesson();
  const scenario = lessonScenario(lesson, attributes.scenario ?? "");
  const start = startOf(scenario);
  const spineRow = attributes.row === undefined ? start.spineRow : Number(attributes.row);
  const slice = scenarioSlice(scenario, spineRow);
  const join = Number(attributes.join ?? 0);
  const phase = PHASES.find((one) => one === attributes.phase) ?? "write_cell";
  const rows = attributes.windows === undefined ? [spineRow] : [...slice.spine.rows];
  const at = (row: number): Coordinate => ({ spineRow: row, join, phase });
  if (attributes.steps === undefined)
    return rows.map((row) => <StillPicture key={row} slice={slice} at={at(row)} />);
  return (
    <>
      <StillPicture slice={slice} at={{ ...at(spineRow), phase: "find_entity" }} />
      <Steps sentences={transcript(slice, spineRow)} />
      <StillPicture slice={slice} at={{ ...at(spineRow), phase: "write_cell" }} />
    </>
  );
}

/** What each step says, in order. */
export function Steps({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ol className={styles.steps}>
      {sentences.map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two joins can say the same
        <li key={i}>{sentence}</li>
      ))}
    </ol>
  );
}

/** Histories, and a table with room for what is written by hand. */
function Cells({ directive: { attributes } }: { readonly directive: Directive }) {
  const { lesson } = useLesson();
  const slices = entitySlices(lessonScenario(lesson, attributes.scenario ?? ""));
  return (
    <>
      <p>{WORDS.twin.fillIn}</p>
      {slices.map((slice) => (
        <div key={entityName(slice)} className={styles.cells}>
          <StillPicture
            slice={slice}
            at={{ spineRow: slice.spine.rows[0] ?? 0, join: 0, phase: "find_entity" }}
          />
          <table>
            <tbody>
              {[...slice.spine.rows].map((row, i) => (
                <tr key={row}>
                  <th scope="row">
                    {entityName(slice)}, {WORDS.twin.moment} {formatMoment(slice.spine.timesUs[i] ?? 0n)}
                  </th>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

/** What only the app can compute, or is done there, with the way to it. */
function InApp({
  directive: { label },
  part,
}: {
  readonly directive: Directive;
  readonly part: string | null;
}) {
  const { name } = useCourseLesson();
  const hrefTo = useLearnHref();
  return (
    <p className={styles.inApp}>
      {label.length > 0 ? <Inlines inlines={label} /> : WORDS.twin.onlyInApp}{" "}
      <a href={hrefTo({ lesson: name, part })}>{WORDS.twin.openPart}</a>
    </p>
  );
}
