import type { SandboxFrame } from "./frame/sandbox-frame";
import worker from "./inside/typescript-worker.ts?program";
import type { JoinRun } from "./join-run";

/**
 * The script of a worker that runs a program in TypeScript: its types are taken off, its lines stand where they stood, and what calls
 * it follows. A program that cannot be read is its result already.
 *
 * The program stands in the script itself, since the sandbox's policy lets nothing make code of text later.
 */
export async function typescriptScript(
  source: string,
): Promise<{ readonly script: string } | { readonly run: JoinRun }> {
  const { transform } = await import("sucrase");
  try {
    // A module's function can be written with `export`, and stands in a function here.
    const { code } = transform(source, { transforms: ["typescript"], disableESTransforms: true });
    const body = code.replace(/^export (default )?(?=(async )?function\b|const\b|let\b|class\b)/gm, "");
    return {
      script: `const readersProgram = (console) => { "use strict"; ${body}\nreturn typeof join === "undefined" ? undefined : join; };\n${worker}`,
    };
  } catch (error) {
    return { run: { kind: "failed", ...syntaxError(error), printed: "" } };
  }
}

/**
 * What a browser says of a script that it cannot read, though its types could be taken off: a name that is declared twice. It says so
 * of a classic worker's script alone, with the line; of a module it says nothing. Such a script does not begin to run. `null` where it
 * can be read.
 */
export function whyUnreadable(frame: SandboxFrame, script: string): Promise<JoinRun | null> {
  const worker = frame.start(script, { type: "classic", parts: [] });
  return new Promise<JoinRun | null>((resolve) => {
    worker.onBroken = (message, line) =>
      resolve({
        kind: "failed",
        message: `This cannot be read: ${message.replace(/^Uncaught SyntaxError: |^SyntaxError: /, "")}`,
        line,
        printed: "",
      });
    worker.port.onmessage = () => resolve(null);
  }).finally(worker.end);
}

/** What sucrase says, without its own preamble, and the line that it names. */
function syntaxError(error: unknown): { readonly message: string; readonly line: number | null } {
  const text = error instanceof Error ? error.message : String(error);
  const [, message = text, line] = /^(?:Error transforming [^:]*: )?(.*?) \((\d+):\d+\)$/s.exec(text) ?? [];
  return { message: `This cannot be read: ${message}`, line: line === undefined ? null : Number(line) };
}
