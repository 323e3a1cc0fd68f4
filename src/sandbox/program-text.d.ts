// What scripts/sandbox-programs.mjs makes.

declare module "*?program" {
  /** The module with all that it imports, as one script. */
  const text: string;
  export default text;
}

declare module "*?program-file" {
  /** The address of such a script; empty where no file can stand beside the page. */
  const url: string;
  export default url;
}

declare module "virtual:sandbox-frame" {
  const page: { readonly url: string; readonly html: null } | { readonly url: null; readonly html: string };
  export default page;
}
