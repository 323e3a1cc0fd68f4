import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import type { Engine } from "./engine";
import { pythonReader } from "./python-engine";
import { serve } from "./serve";

/** Where Pyodide thinks that it comes from. Nothing is ever asked there: its parts are handed in. */
const NOWHERE = "https://runtime.invalid/";

let read: Engine["read"] | null = null;

serve({
  load: async ({ "python.wasm": wasm, "python_stdlib.zip": library }) => {
    if (!(wasm instanceof WebAssembly.Module) || !(library instanceof ArrayBuffer))
      throw new Error("Parts of Python are missing.");
    const pyodide = await handedIn(wasm, library, () =>
      loadPyodide({
        indexURL: NOWHERE,
        createPyodideModule,
        lockFileContents: NO_PACKAGES,
      }),
    );
    read = pythonReader(pyodide);
  },
  read: (source, print) => {
    if (read === null) throw new Error("Python was not loaded.");
    return read(source, print);
  },
});

/** No package can be installed, since nothing can be fetched. */
const NO_PACKAGES = JSON.stringify({ info, packages: {} });

/** Lets Pyodide start from what was handed in, where it would fetch. What stands in for the platform meanwhile is gone after that. */
async function handedIn<T>(
  wasm: WebAssembly.Module,
  library: ArrayBuffer,
  start: () => Promise<T>,
): Promise<T> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = async () => new Response(library);
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
