/**
 * Lets a package start from what was handed in, where it would fetch. `wasm` is compiled already; whatever else it asks for is
 * `file`. What stands in for the platform meanwhile is gone when `start` has ended.
 */
export async function withoutNetwork<T>(
  wasm: WebAssembly.Module,
  file: ArrayBuffer | null,
  start: () => Promise<T>,
): Promise<T> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async () => new Response(file);
  WebAssembly.instantiateStreaming = async (_: unknown, imports?: WebAssembly.Imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
  try {
    return await start();
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

/** Where a package thinks that it comes from. Nothing is ever asked there. */
export const NOWHERE = "https://runtime.invalid/";

/** Of the parts that were handed in, one that is compiled. */
export function wasmOf(parts: Readonly<Record<string, unknown>>, name: string): WebAssembly.Module {
  const part = parts[name];
  if (!(part instanceof WebAssembly.Module)) throw new Error(`${name} was not handed in.`);
  return part;
}
