import { type CSSProperties, useMemo, useRef } from "react";
import type { Paper } from "../../state/route/route";
import { pictureSvg } from "../../timeline/static-svg/picture-svg";
import { svgUrl } from "../../timeline/static-svg/svg-url";
import { useWidth } from "../../timeline/use-size";
import { TOKEN_COLOURS } from "../../ui/token-colours";
import { keyCaption, NAME_PX, othersWords, PX, type RowBlock, type SheetLayout } from "./layout";
import type { RowList } from "./row-parts";
import styles from "./sheet.module.css";

export interface SheetProps {
  readonly sheet: SheetLayout;
  readonly paper: Paper;
  /** The faces of the pictures, as rules that hold them. */
  readonly faces: string;
}

/** Paper is white in the dark too: what is printed is what is seen. */
const PAPER_COLOURS: CSSProperties = { ...(TOKEN_COLOURS.light as CSSProperties), colorScheme: "light" };

/** The margins of a page on the screen, pixels: on paper the page has its own. */
const MARGIN_PX = 53;
const FALLBACK_PX = 800;

/** A page as it will be printed, as large as there is room. */
export function SheetPreview(props: SheetProps) {
  const { sheet, paper } = props;
  const place = useRef<HTMLDivElement>(null);
  const room = useWidth(place, FALLBACK_PX);
  const [widthPx, heightPx] = [sheet.widthPx + 2 * MARGIN_PX, sheet.heightPx + 2 * MARGIN_PX];
  const size: CSSProperties & Record<`--${string}`, string> = {
    "--paper-width": `${widthPx}px`,
    "--paper-height": `${heightPx}px`,
    "--paper-margin": `${MARGIN_PX}px`,
    "--scale": String(Math.min(1, room / widthPx)),
  };
  return (
    <div ref={place} className={styles.place} data-paper={paper} style={size}>
      <article className={styles.paper} aria-label={sheet.isKey ? "Key" : "Worksheet"} style={PAPER_COLOURS}>
        <Sheet {...props} />
      </article>
    </div>
  );
}

function Sheet({ sheet, faces }: SheetProps) {
  const { isKey, way, title, task, blocks, table, widthPx, heightPx } = sheet;
  return (
    <div className={styles.sheet} style={{ width: widthPx, height: heightPx }}>
      <div className={styles.head}>
        <h2 className={styles.title} style={lineHeight(PX.title)}>
          <Lines lines={title} />
        </h2>
        {!isKey && (
          <p className={styles.student} style={{ width: NAME_PX - 24 }}>
            <span>Name</span>
            <span>Date</span>
          </p>
        )}
      </div>
      {task.length > 0 && (
        <p className={styles.task} style={lineHeight(PX.task)}>
          <Lines lines={task} />
        </p>
      )}
      {blocks.map((block, i) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: what is printed does not change its order
          key={i}
          id={`${isKey ? "key" : "sheet"}-${i}`}
          block={block}
          isKey={isKey}
          listRowPx={way.listRowPx}
          faces={faces}
        />
      ))}
      <FilledTable table={table} isKey={isKey} />
    </div>
  );
}

interface BlockProps {
  readonly id: string;
  readonly block: RowBlock;
  readonly isKey: boolean;
  readonly listRowPx: number | null;
  readonly faces: string;
}

function Block({ id, block, isKey, listRowPx, faces }: BlockProps) {
  const { heading, rules, drawn, alt, lists, said, saidPx, writing } = block;
  const src = useMemo(() => {
    const caption = said && keyCaption(said);
    const { svg } = pictureSvg(drawn, { title: alt, theme: "light", faces, id, ...(caption && { caption }) });
    return svgUrl(svg);
  }, [drawn, alt, said, faces, id]);
  return (
    <section style={{ marginBlockStart: PX.gap }}>
      <h3 className={styles.heading} style={lineHeight(PX.heading)}>
        <Lines lines={heading} />
      </h3>
      {rules.map(({ group, lines }) => (
        <p key={group} className={styles.rule} style={lineHeight(PX.rule)}>
          <Lines lines={lines} />
        </p>
      ))}
      <img
        className={styles.picture}
        src={src}
        alt={alt}
        style={{ height: Math.ceil(drawn.height) + saidPx, marginBlockStart: PX.pictureGap }}
      />
      {listRowPx !== null ? (
        <div className={lists.length > 1 ? styles.lists : undefined}>
          {lists.map((list) => (
            <List key={list.group} list={list} rowPx={listRowPx} isKey={isKey} />
          ))}
        </div>
      ) : (
        lists.map(({ group, lines }) => (
          <p key={group} className={styles.rule} style={lineHeight(PX.line)}>
            <Lines lines={lines} />
          </p>
        ))
      )}
      {writing > 0 && (
        <div className={styles.writing}>
          {Array.from({ length: writing }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line to write on has no other identity
            <p key={i} style={{ height: PX.writing }}>
              {i === 0 && "Why this one, and no other?"}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

/** The candidates of a join, with a place for what each is. */
function List({
  list,
  rowPx,
  isKey,
}: {
  readonly list: RowList;
  readonly rowPx: number;
  readonly isKey: boolean;
}) {
  const { group, noun, column, hasCreated, rows, others } = list;
  return (
    <table className={styles.list}>
      <thead>
        <tr style={{ height: PX.listHead }}>
          <th scope="col">{group}</th>
          {hasCreated && <th scope="col">created</th>}
          <th scope="col">{column}</th>
          <th scope="col" className={styles.verdict}>
            {isKey ? "what it is" : "taken, or why not"}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ time, created, value, verdict }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike
          <tr key={i} style={{ height: rowPx }}>
            <th scope="row">{time}</th>
            {hasCreated && <td>{created}</td>}
            <td>{value}</td>
            <td className={styles.verdict}>{isKey ? verdict : ""}</td>
          </tr>
        ))}
        {others > 0 && (
          <tr style={{ height: rowPx }}>
            <td colSpan={hasCreated ? 4 : 3}>{othersWords(others, noun)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function FilledTable({ table, isKey }: { readonly table: SheetLayout["table"]; readonly isKey: boolean }) {
  const { columns, rows, isTall } = table;
  const cellOf = (row: readonly string[], i: number) =>
    columns[i]?.isFeature && !isKey ? "" : (row[i] ?? "");
  if (isTall)
    return (
      <table className={styles.table} style={{ marginBlockStart: PX.gap }}>
        <tbody>
          {columns.map(({ name, isFeature }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
            <tr key={i} style={{ height: PX.tableRow }}>
              <th scope="row" className={styles.column}>
                {name}
              </th>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order
                <td key={at} className={isFeature ? styles.feature : undefined}>
                  {cellOf(row, i)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <table className={styles.table} style={{ marginBlockStart: PX.gap }}>
      <thead>
        <tr style={{ height: PX.tableHead }}>
          {columns.map(({ name }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
            <th key={i} scope="col" className={styles.column}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order
          <tr key={at} style={{ height: PX.tableRow }}>
            {columns.map(({ isFeature }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
              <td key={i} className={isFeature ? styles.feature : undefined}>
                {cellOf(row, i)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lines that are broken already: no browser breaks them again. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
    <span key={i} className={styles.line}>
      {line}{" "}
    </span>
  ));
}

function lineHeight(px: number): CSSProperties {
  return { lineHeight: `${px}px` };
}
