import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { info } from "pyodide/pyodide-lock.json";
import { warmedUp } from "./engine";
import { pythonEngine } from "./python-engine";
import { serve } from "./serve";
import { NOWHERE, wasmOf, withoutNetwork } from "./without-network";

/** What Python's memory holds once it is started. */
const STARTED = "python.memory";

serve(async (parts, keep) => {
  const started = parts[STARTED];
  const library = parts["python_stdlib.zip"];
  if (!(library instanceof ArrayBuffer)) throw new Error("Python's library was not handed in.");
  const pyodide = await withoutNetwork(wasmOf(parts, "python.wasm"), library, () =>
    loadPyodide({
      indexURL: NOWHERE,
      createPyodideModule,
      // No package can be installed, since nothing can be fetched.
      lockFileContents: JSON.stringify({ info, packages: {} }),
      // From the memory of one that is started, another starts in a third of the time.
      ...(started instanceof ArrayBuffer ? { _loadSnapshot: started } : { _makeSnapshot: true }),
    }),
  );
  if (started === undefined) {
    const { buffer } = pyodide.makeMemorySnapshot();
    if (buffer instanceof ArrayBuffer) keep(STARTED, buffer);
  }
  return warmedUp(
    pythonEngine(pyodide),
    "def join(predictions, *_):\n    return [None for _ in predictions]",
  );
});
