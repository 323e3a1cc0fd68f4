import { type DragEvent as ReactDragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "../class-names";
import styles from "./drop-zone.module.css";

export interface DropZoneProps {
  /** What can be dropped: "Drop CSV, Arrow or Parquet here". It is also what a press on the zone is called. */
  readonly children: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
  /** Takes all that is dropped, folders too, in the place of `onFiles`. It is called inside the event: afterwards the browser empties it. */
  readonly onTransfer?: (transfer: DataTransfer) => void;
  /** Text that was dragged here from elsewhere. Without it such text is refused. */
  readonly onText?: (text: string) => void;
  /** Something was dropped that is no file, with a sentence that says so. */
  readonly onRefused: (sentence: string) => void;
  /** For the file chooser, such as ".csv,.tsv,text/csv"; what is dropped is not held to it. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly size?: "panel" | "page";
}

/** A place to drop files on; a press opens the chooser. A file dropped beside it does not carry the page away. */
export function DropZone(props: DropZoneProps) {
  const {
    children,
    onFiles,
    onTransfer,
    onText,
    onRefused,
    accept,
    multiple = true,
    disabled = false,
    size = "panel",
  } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useDropGuard();

  const drop = (event: ReactDragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled) return;
    if (onTransfer !== undefined && event.dataTransfer.types.includes("Files"))
      return onTransfer(event.dataTransfer);
    const { files, folders } = droppedFiles(event.dataTransfer);
    const text = event.dataTransfer.getData("text/plain");
    const wanted = multiple ? files : files.slice(0, 1);
    if (wanted.length > 0) onFiles(wanted);
    if (folders.length > 0) {
      onRefused(`“${folders[0]}” is a folder. Open it, and drop the files that are in it.`);
    } else if (files.length > wanted.length) {
      onRefused(`Only one file can be read here; “${wanted[0]?.name}” was taken.`);
    } else if (files.length === 0) {
      if (text && onText) onText(text);
      else onRefused("That was not a file. Drop a file, or press here to choose one.");
    }
  };

  return (
    <>
      <button
        type="button"
        className={classNames(styles.zone, styles[size])}
        data-over={isOver || undefined}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          event.dataTransfer.dropEffect = disabled ? "none" : "copy";
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {children}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied, or choosing the same file again would be no change.
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

/** What came with a drop or a paste: the files, and the names of folders, which cannot be read as one file. */
interface DroppedFiles {
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

/** While mounted, a file dropped where nothing takes it is ignored: the browser would otherwise open it in place of the app. */
function useDropGuard(): void {
  useEffect(() => {
    const guard = (event: DragEvent) => {
      // Someone took it; and text may still be dragged into fields.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", guard);
    window.addEventListener("drop", guard);
    return () => {
      window.removeEventListener("dragover", guard);
      window.removeEventListener("drop", guard);
    };
  }, []);
}
