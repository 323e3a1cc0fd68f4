import { LANGUAGE_WORDS, type Language } from "../../terms/languages";
import { SandboxError } from "../sandbox-error";
import { bytesOf, type RuntimeFile, type RuntimeFiles } from "./runtime-files";

export interface FetchedRuntime {
  readonly script: string;
  readonly parts: readonly { readonly name: string; readonly bytes: ArrayBuffer }[];
}

/**
 * Fetches what runs a language, from the app's own origin. `onProgress` is called with bytes as they arrive.
 *
 * Rejects with a `SandboxError`: `unavailable` where the app is one file, which does not carry it; `not_loaded` where it cannot be had.
 */
export async function fetchRuntime(
  language: Language,
  files: RuntimeFiles,
  { onProgress, signal }: { onProgress?: (loaded: number, total: number) => void; signal?: AbortSignal },
): Promise<FetchedRuntime> {
  const word = LANGUAGE_WORDS[language];
  const total = bytesOf(files);
  if (files.script.url === "")
    throw new SandboxError(
      "unavailable",
      `${word} is not in this file: it would make it ${inMegabytes(total)} larger. Open microFS from its website to write in ${word}, or write in TypeScript here.`,
    );
  let loaded = 0;
  const fetchFile = async ({ url }: RuntimeFile) => {
    const bytes = await fetchBytes(url, signal, (more) => {
      loaded += more;
      onProgress?.(Math.min(loaded, total), total);
    });
    return bytes;
  };
  onProgress?.(0, total);
  try {
    const [script, ...parts] = await Promise.all([files.script, ...files.parts].map(fetchFile));
    return {
      script: new TextDecoder().decode(script),
      parts: files.parts.flatMap(({ name }, at) => {
        const bytes = parts[at];
        return bytes === undefined ? [] : [{ name, bytes }];
      }),
    };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new SandboxError(
      "not_loaded",
      `${word} could not be loaded (${inMegabytes(total)}). Try again with a network; once it was loaded, it is kept.`,
      { cause: error },
    );
  }
}

async function fetchBytes(
  url: string,
  signal: AbortSignal | undefined,
  onMore: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok || response.body === null) throw new Error(`${url} was answered with ${response.status}.`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        onMore(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted).arrayBuffer();
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
