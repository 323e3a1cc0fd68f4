/** What the app as one file carries beside the app itself. */
export interface Carried {
  /** The part of an address after `#` at which the file opens. */
  readonly start: string;
  /** A plan, as a JSON value: what opens plans reads it. */
  readonly plan?: unknown;
}

const START_BLOCK = "microfs-start";
/** The element that holds a plan. */
export const PLAN_BLOCK = "microfs-plan";

/**
 * The app as one file with what it is to carry, in blocks of data: no script, so that neither HTML nor the file's policy runs
 * any of it.
 *
 * @param html - The file, carrying nothing.
 */
export function carrying(html: string, { start, plan }: Carried): string {
  // Scripts stand in the head, and may speak of any tag: the last one is the page's own.
  const end = html.lastIndexOf("</body>");
  if (end < 0) throw new RangeError("the file has no end of its body");
  const blocks = [block(START_BLOCK, start), ...(plan === undefined ? [] : [block(PLAN_BLOCK, plan)])];
  return `${html.slice(0, end)}${blocks.join("")}${html.slice(end)}`;
}

/** The address at which a file opens that was given one; `null` elsewhere. */
export function carriedStart(page: Document): string | null {
  const text = page.getElementById(START_BLOCK)?.textContent;
  if (!text) return null;
  try {
    const start: unknown = JSON.parse(text);
    return typeof start === "string" && start.startsWith("/") ? start : null;
  } catch {
    // Somebody has written into the file by hand: it still is the app.
    return null;
  }
}

/** Takes what a file carries out of its body: it is the app alone then. */
export function dropCarried(body: HTMLElement): void {
  for (const id of [START_BLOCK, PLAN_BLOCK]) body.querySelector(`#${id}`)?.remove();
}

/** JSON in which HTML finds neither an end of the block, nor a comment: `<` can only stand in texts, and is escaped there. */
function block(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;
}
