import type { App } from "./app";
import { storeOf } from "./connection";
import { viewEdits } from "./training-queries";

/** Makes the training table into a file in the worker, and hands it to the browser to save. */
export async function exportTraining(app: App, viewName: string, format: "csv" | "arrow"): Promise<void> {
  const { blob, extension } = await storeOf(app).exportTraining(
    viewName,
    app.part(viewEdits)(app.state.getState()),
    format,
  );
  saveFile(blob, `${viewName}${extension}`);
}

/**
 * Makes a feature group's rows into a file, exactly as they are stored, and hands it to the browser to save.
 *
 * @returns How many of its texts a spreadsheet would run as a formula.
 */
export async function exportGroup(
  app: App,
  fgName: string,
  fileName: string,
  format: "csv" | "arrow",
): Promise<number> {
  const { blob, formulas } = await storeOf(app).exportGroup(fgName, format);
  saveFile(blob, fileName);
  return formulas;
}

/** Lets the browser save a file under a name. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click; some seconds later it has.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
