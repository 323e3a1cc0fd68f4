import { RUNTIME_BYTES } from "../../../sandbox/sandbox";
import { cancelLoading, runtimesStore } from "../../../state/ladder/runtimes";
import { useAppHandle, usePart } from "../../../state/use-app";
import { LANGUAGE_WORDS, type Language } from "../../../terms/languages";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import styles from "./write-rung.module.css";

export interface RuntimeLineProps {
  readonly language: Language;
  /** Runs the program; what it needs is loaded first. */
  readonly onRun: () => void;
}

/** What is to be loaded before programs of a language can run, how far that is, or why it could not be had. */
export function RuntimeLine({ language, onRun }: RuntimeLineProps) {
  const app = useAppHandle();
  const runtime = usePart(runtimesStore, (state) => state[language]);
  const name = LANGUAGE_WORDS[language];
  const engine = ENGINES[language];
  switch (runtime.kind) {
    case "ready":
      return null;
    case "absent":
      if (language === "typescript") return null;
      return (
        <p className={styles.quiet}>
          {engine} runs here, in this page. It is {megabytes(RUNTIME_BYTES[language])}; it is loaded once, at
          your first run, and kept.
        </p>
      );
    case "loading": {
      const { loaded, total } = runtime;
      const isFetched = total > 0 && loaded >= total;
      return (
        <Progress
          label={isFetched ? `Starting ${engine}` : `Loading ${engine}`}
          share={total === 0 || isFetched ? null : loaded / total}
          detail={total > 0 && !isFetched && `${megabytes(loaded)} of ${megabytes(total)}`}
          onCancel={() => cancelLoading(app, language)}
        />
      );
    }
    case "failed":
      return (
        <Notice
          kind="error"
          title={`${engine} could not be loaded.`}
          actions={<Button onClick={onRun}>Try again</Button>}
        >
          {runtime.error.message}{" "}
          {language === "typescript"
            ? "Your program is kept."
            : `Your program is kept. ${name === engine ? name : `What runs ${name}`} needs the network the first time; TypeScript runs without it.`}
        </Notice>
      );
  }
}

const ENGINES: Readonly<Record<Language, string>> = {
  sql: "DuckDB",
  python: "Python",
  typescript: "TypeScript",
};

/** Whole megabytes, as downloads are said: 12 MB. */
function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1e6))} MB`;
}
