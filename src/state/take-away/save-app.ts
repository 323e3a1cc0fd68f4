import type { App } from "../app";
import { saveFile } from "../export";
import { type Carried, carrying } from "./carried";

/**
 * Hands the app, as one file, to the browser to save.
 *
 * @param carried - What the file is to carry; `null` for the app alone.
 * @returns The file's size, in bytes. Rejects where the file cannot be had.
 */
export async function saveApp(app: App, carried: Carried | null, fileName: string): Promise<number> {
  if (app.file === null) throw new RangeError("this app is no file");
  const html = await app.file();
  const blob = new Blob([carried === null ? html : carrying(html, carried)], { type: "text/html" });
  saveFile(blob, fileName);
  return blob.size;
}
