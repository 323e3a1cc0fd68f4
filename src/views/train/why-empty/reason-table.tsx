import { EMPTY_REASON_TERMS } from "../../../terms/empty-reasons";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import { leastMissed } from "../../../why-empty/nearest";
import type { WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import { type ChangeContext, changeWords, fillCount, noChangeWords } from "./change-words";
import { MissWords } from "./miss-words";
import { MissedRows, ROWS_AT_ONCE } from "./missed-rows";
import styles from "./reason-table.module.css";

export interface ReasonTableProps {
  readonly summary: WhyEmptySummary;
  readonly contextOf: (join: number) => ChangeContext;
  /** The line whose change fills most. */
  readonly best: WhyEmptyLine | null;
  readonly isUpdating: boolean;
  readonly onApply: (line: WhyEmptyLine) => void;
  /** The lines that are open, and how many rows each shows. */
  readonly opened: ReadonlyMap<string, number>;
  /** With `null` it is closed. */
  readonly onOpen: (line: string, rows: number | null) => void;
}

/** Every reason with its cells as a bar, what came nearest, and the smallest change. A line opens its joins, or its rows. */
export function ReasonTable(props: ReasonTableProps) {
  const groups = groupsOf(props.summary.lines);
  const most = Math.max(...groups.map(({ cells }) => cells));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.reasonColumn}>
            reason
          </th>
          <th scope="col" className={styles.cellsColumn}>
            <span className={styles.legend}>
              <span className={styles.sample} /> empty cells
            </span>
            <span className={styles.legend}>
              <span className={styles.sample} data-filled /> of them filled by the change
            </span>
          </th>
          <th scope="col" className={styles.missColumn}>
            nearest miss
          </th>
          <th scope="col">smallest change that would fill them</th>
          <th scope="col" className={styles.fills}>
            fills
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.lines[0]?.reason} {...props} group={group} most={most} />
      ))}
    </table>
  );
}

/** The lines of one reason: of one join each. */
interface ReasonGroup {
  readonly cells: number;
  /** The line whose change fills most comes first. */
  readonly lines: readonly WhyEmptyLine[];
}

function groupsOf(lines: readonly WhyEmptyLine[]): ReasonGroup[] {
  const byReason = new Map<WhyEmptyLine["reason"], WhyEmptyLine[]>();
  for (const line of lines) byReason.set(line.reason, [...(byReason.get(line.reason) ?? []), line]);
  const groups = [...byReason.values()].map((all) => ({
    cells: all.reduce((sum, { cells }) => sum + cells, 0),
    lines: all.toSorted((a, b) => (b.offer?.fills ?? 0) - (a.offer?.fills ?? 0) || b.cells - a.cells),
  }));
  return groups.sort((a, b) => b.cells - a.cells);
}

/** How many cells of some lines the change of one of them fills. */
function filledIn({ offer }: WhyEmptyLine, lines: readonly WhyEmptyLine[]): number {
  return lines.reduce((sum, { number }) => sum + (offer?.filledIn[number] ?? 0), 0);
}

interface GroupProps extends ReasonTableProps {
  readonly group: ReasonGroup;
  readonly most: number;
}

function Group({ group: { lines, cells }, ...props }: GroupProps) {
  const { summary, opened, onOpen } = props;
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const name = `${summary.viewName}: ${first.reason}`;
  const isOpen = opened.has(name);
  // What came nearest may be of another join than the change that fills most.
  const whole = { ...(leastMissed(lines) ?? first), cells };
  return (
    <tbody>
      <LineRow
        {...props}
        line={first}
        shown={whole}
        filledHere={filledIn(first, lines)}
        name={EMPTY_REASON_TERMS[first.reason].word}
        of={others.length === 0 ? first.fgName : null}
        isOfSeveral={others.length > 0}
        isOpen={isOpen}
        onToggle={() => onOpen(name, isOpen ? null : ROWS_AT_ONCE)}
      />
      {isOpen &&
        (others.length === 0 ? (
          <RowsOf {...props} line={first} name={name} />
        ) : (
          lines.map((line) => (
            <JoinLine key={line.join} {...props} line={line} name={`${name} ${line.join}`} />
          ))
        ))}
    </tbody>
  );
}

interface JoinLineProps extends Omit<GroupProps, "group"> {
  readonly line: WhyEmptyLine;
}

interface NamedProps extends JoinLineProps {
  /** By which it is remembered that it is open. */
  readonly name: string;
}

/** One join of a reason that several have. */
function JoinLine({ line, name, ...props }: NamedProps) {
  const { opened, onOpen } = props;
  const isOpen = opened.has(name);
  return (
    <>
      <LineRow
        {...props}
        line={line}
        shown={line}
        filledHere={line.offer?.fills ?? 0}
        name={line.fgName}
        of={null}
        isOpen={isOpen}
        onToggle={() => onOpen(name, isOpen ? null : ROWS_AT_ONCE)}
        isPart
      />
      {isOpen && <RowsOf {...props} line={line} name={name} />}
    </>
  );
}

function RowsOf({ line, name, summary, opened, onOpen }: NamedProps) {
  return (
    <tr>
      <td colSpan={5} className={styles.rows}>
        <MissedRows
          line={line}
          spineColumns={summary.on[line.join]?.spineColumns ?? []}
          name={name}
          shown={opened.get(name) ?? ROWS_AT_ONCE}
          onShow={(rows) => onOpen(name, rows)}
        />
      </td>
    </tr>
  );
}

interface LineRowProps extends JoinLineProps {
  /** With the cells of all joins, where it stands for all. */
  readonly shown: WhyEmptyLine;
  /** How many of those cells the change fills. */
  readonly filledHere: number;
  readonly name: string;
  /** The group that it is about; `null` where the name says it, or it is about several. */
  readonly of: string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly isPart?: boolean;
  /** Whether it stands for several joins: then its change says which it is of. */
  readonly isOfSeveral?: boolean;
}

function LineRow(props: LineRowProps) {
  const { summary, contextOf, best, isUpdating, onApply, most } = props;
  const { line, shown, filledHere, name, of, isOpen, onToggle, isPart = false, isOfSeveral = false } = props;
  return (
    <tr className={styles.line} data-part={isPart || undefined}>
      <th scope="row">
        <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={onToggle}>
          <span className={styles.sign} aria-hidden>
            {isOpen ? "▾" : "▸"}
          </span>
          {!isPart && <Glyph line={line} />}
          <span>{name}</span>
          {of !== null && <span className={styles.group}>{of}</span>}
        </button>
      </th>
      <td>
        <Bar cells={shown.cells} filled={filledHere} most={most} />
        <span className={styles.count}>{formatNumber(shown.cells)}</span>
      </td>
      <td className={styles.miss}>
        <MissWords
          {...shown}
          cell={shown.nearest}
          spineColumns={summary.on[shown.join]?.spineColumns ?? []}
        />
      </td>
      <td className={styles.change}>
        <ChangeButton
          line={line}
          context={contextOf(line.join)}
          isBest={line === best && !isPart}
          isOfSeveral={isOfSeveral}
          isUpdating={isUpdating}
          onApply={onApply}
        />
      </td>
      <td className={styles.fills} data-none={line.offer === null || undefined}>
        {line.offer === null ? (
          <span className={styles.none}>–</span>
        ) : (
          <>
            <span className={styles.fillsWord}>fills </span>
            {fillCount(filledHere, line.offer.filled)}
          </>
        )}
      </td>
    </tr>
  );
}

function Glyph({ line }: { readonly line: WhyEmptyLine }) {
  const { glyph } = EMPTY_REASON_TERMS[line.reason];
  return <span className={styles.glyph}>{glyph !== null && <VerdictGlyph state={glyph} />}</span>;
}

interface ChangeButtonProps {
  readonly line: WhyEmptyLine;
  readonly context: ChangeContext;
  readonly isBest: boolean;
  readonly isOfSeveral: boolean;
  readonly isUpdating: boolean;
  readonly onApply: (line: WhyEmptyLine) => void;
}

function ChangeButton(props: ChangeButtonProps) {
  const { line, context, isBest, isOfSeveral, isUpdating, onApply } = props;
  const { offer } = line;
  if (offer === null) return <span className={styles.none}>{noChangeWords(line.cause)}</span>;
  const { label, note, of } = changeWords(offer.change, context);
  const beside = [
    of !== null && (isOfSeveral || of !== line.fgName) ? `of ${of}` : "",
    note,
    offer.emptied === 0 ? "" : `empties ${formatNumber(offer.emptied)}`,
  ]
    .filter(Boolean)
    .join("; ");
  return (
    <>
      <Button
        size="small"
        variant={isBest ? "primary" : "secondary"}
        disabled={isUpdating}
        onClick={() => onApply(line)}
      >
        {label}
      </Button>
      {beside !== "" && <span className={styles.note}>{beside}</span>}
    </>
  );
}

/** How many of the most cells that one line has, and how much of that is filled. */
function Bar({
  cells,
  filled,
  most,
}: {
  readonly cells: number;
  readonly filled: number;
  readonly most: number;
}) {
  return (
    <span className={styles.bar} style={{ inlineSize: `${(100 * cells) / most}%` }} aria-hidden>
      <span className={styles.filled} style={{ inlineSize: `${(100 * filled) / cells}%` }} />
    </span>
  );
}
