/** What came with a drop or a paste: the files, and the names of folders, which cannot be read as one file. */
export interface DroppedFiles {
  readonly files: readonly File[];
  readonly folders: readonly string[];
}

/**
 * Sorts what a `DataTransfer` holds. Call it inside the event: afterwards the browser empties it.
 * A folder too is listed as a file, one that fails when read; only its entry tells.
 */
export function droppedFiles(transfer: DataTransfer): DroppedFiles {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of transfer.items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) folders.push(entry.name);
    else if (file) files.push(file);
  }
  return { files, folders };
}
