import { createDuckDB, DEFAULT_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { warmedUp } from "./engine";
import { serve } from "./serve";
import { sqlEngine } from "./sql-engine";
import { NOWHERE, wasmOf, withoutNetwork } from "./without-network";

serve(async (parts) => {
  const bundle = { mainModule: NOWHERE, mainWorker: NOWHERE };
  const duckdb = await withoutNetwork(wasmOf(parts, "duckdb.wasm"), null, async () => {
    // This runtime of the package knows no files and no addresses.
    const bindings = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), DEFAULT_RUNTIME);
    return bindings.instantiate();
  });
  return warmedUp(sqlEngine(duckdb), "SELECT p.row, NULL FROM predictions p");
});
