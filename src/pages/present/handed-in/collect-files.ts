import { MOST_HANDED_IN } from "../../../learn/handed-in/handed-in";
import { type GivenFile, MOST_FILES, type UnreadFile } from "../../../state/present/handed-in-store";

/** What was given: files whose text can be asked for, and what cannot be one. */
export interface Collected {
  readonly files: readonly GivenFile[];
  readonly unread: readonly UnreadFile[];
}

/** A larger zip is not opened. */
const MOST_ZIP_BYTES = 60_000_000;

/** All files of what was dropped, those in folders too. Call it inside the event. */
export async function droppedFiles(transfer: DataTransfer): Promise<Collected> {
  // The event's list is empty once it is over: entries and files are taken from it at once.
  const roots = [...transfer.items].flatMap((item) => {
    if (item.kind !== "file") return [];
    return { entry: item.webkitGetAsEntry(), file: item.getAsFile() };
  });
  const files: { path: string; file: File }[] = [];
  const unread: UnreadFile[] = [];
  for (const { entry, file } of roots) {
    if (entry?.isDirectory) await readFolder(entry as FileSystemDirectoryEntry, files, unread);
    else if (file !== null) files.push({ path: file.name, file });
  }
  const collected = await collect(files);
  return { files: collected.files, unread: [...unread, ...collected.unread] };
}

/** The files of a chooser, and where it chose a folder, where in it they are. */
export function chosenFiles(files: readonly File[]): Promise<Collected> {
  return collect(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

async function readFolder(
  folder: FileSystemDirectoryEntry,
  files: { path: string; file: File }[],
  unread: UnreadFile[],
): Promise<void> {
  const reader = folder.createReader();
  try {
    while (files.length <= MOST_FILES) {
      // Some hundred at a time, until there are none.
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (entries.length === 0) return;
      for (const entry of entries) {
        if (entry.isDirectory) await readFolder(entry as FileSystemDirectoryEntry, files, unread);
        else files.push({ path: entry.fullPath.slice(1), file: await fileOf(entry as FileSystemFileEntry) });
      }
    }
  } catch (thrown) {
    unread.push({ path: folder.name, why: `The folder could not be read to its end: ${reasonOf(thrown)}` });
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function collect(given: readonly { path: string; file: File }[]): Promise<Collected> {
  const files: GivenFile[] = [];
  const unread: UnreadFile[] = [];
  for (const { path, file } of given) {
    if (isHidden(path)) continue;
    if (isZip(path)) {
      const unzipped = await unzip(path, file);
      files.push(...unzipped.files);
      unread.push(...unzipped.unread);
    } else if (isJson(path)) files.push({ path, bytes: file.size, text: () => file.text() });
    else unread.push({ path, why: NO_JSON });
  }
  return { files, unread };
}

const NO_JSON = "It is no .json file, as answers are handed in.";

/** The files in a zip. What is not one of answers by its name or its size is not unpacked. */
async function unzip(path: string, file: File): Promise<Collected> {
  if (file.size > MOST_ZIP_BYTES)
    return {
      files: [],
      unread: [
        {
          path,
          why: `A zip is opened up to ${MOST_ZIP_BYTES / 1_000_000} MB. Unpack it, and drop the folder.`,
        },
      ],
    };
  const unread: UnreadFile[] = [];
  let count = 0;
  const isTaken = (part: { readonly name: string; readonly originalSize: number }) => {
    const inZip = `${path}/${part.name}`;
    if (part.name.endsWith("/") || isHidden(part.name)) return false;
    const why = isZip(part.name)
      ? "It is a zip within a zip. Unpack it, and drop what is in it."
      : !isJson(part.name)
        ? NO_JSON
        : part.originalSize > MOST_HANDED_IN.bytes
          ? `A file of answers has ${MOST_HANDED_IN.bytes / 1_000_000} MB at most.`
          : count >= MOST_FILES
            ? `No more than ${MOST_FILES} files are read.`
            : null;
    if (why !== null) unread.push({ path: inZip, why });
    else count++;
    return why === null;
  };
  try {
    const { unzipSync } = await import("fflate");
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()), { filter: isTaken });
    const files = Object.entries(parts).map(([name, bytes]) => ({
      path: `${path}/${name}`,
      bytes: bytes.length,
      text: async () => new TextDecoder().decode(bytes),
    }));
    return { files, unread };
  } catch (thrown) {
    return { files: [], unread: [{ path, why: `The zip cannot be opened: ${reasonOf(thrown)}` }] };
  }
}

/** What systems put into folders and zips by themselves. */
function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX" || part === "Thumbs.db");
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
