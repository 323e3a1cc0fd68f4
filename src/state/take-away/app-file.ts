import { dropCarried } from "./carried";

/** Whether this build of the app is the one file itself, wherever it was opened from. */
export const IS_ONE_FILE = import.meta.env.MODE === "one-file";

/** Where the file stands beside a served app. */
const FILE_NAME = "microfs.html";

/** The app as one file, as HTML that carries nothing. Rejects where it cannot be had now. */
export type AppFile = () => Promise<string>;

/** The file that is served with this app. It is not among what is kept for working offline. */
export const servedFile: AppFile = async () => {
  const response = await fetch(new URL(FILE_NAME, document.baseURI)).catch(() => null);
  const html = response?.ok ? await response.text() : "";
  // A server that answers every address with its own page has not got it either.
  if (!html.includes('id="root"') || !html.includes("script-src 'sha256-")) throw new MissingFileError();
  return html;
};

/**
 * The file that this page was opened from, made out of the page itself: a page cannot read its own file.
 *
 * @param page - As it was parsed: call it before anything is drawn into the page.
 */
export function thisFile(page: Document): AppFile {
  const { head, body, documentElement } = page;
  // As text: of a style that is cloned, Chromium asks the policy before its content is there.
  const headAsParsed = head.outerHTML;
  const bodyAsParsed = body.cloneNode(true) as HTMLElement;
  const [open = "", close = ""] = (documentElement.cloneNode() as HTMLElement).outerHTML.split("><");
  dropCarried(bodyAsParsed);
  return async () => `<!doctype html>\n${open}>${headAsParsed}${bodyAsParsed.outerHTML}<${close}`;
}

/** The file is not where it is served, or nobody answers. */
export class MissingFileError extends Error {
  readonly code = "missing_file";

  constructor() {
    super("The app’s file is not where this app comes from.");
    this.name = "MissingFileError";
  }
}
