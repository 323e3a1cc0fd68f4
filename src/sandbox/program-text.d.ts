// What scripts/sandbox-programs.mjs makes.

declare module "*?program" {
  /** The module with all that it imports, as one script. */
  const text: string;
  export default text;
}

declare module "*?program-file" {
  /** A file with such a script; its address is empty where no file can stand beside the page. */
  const file: { readonly url: string; readonly bytes: number };
  export default file;
}

declare module "virtual:sandbox-frame" {
  const page: { readonly url: string; readonly html: null } | { readonly url: null; readonly html: string };
  export default page;
}

declare module "pyodide/pyodide.asm.mjs" {
  import type { PyodideConfig } from "pyodide";

  const createPyodideModule: NonNullable<PyodideConfig["createPyodideModule"]>;
  export default createPyodideModule;
}
