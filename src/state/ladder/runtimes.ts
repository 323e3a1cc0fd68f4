import { createStore, type StoreApi } from "zustand/vanilla";
import { openSandbox, type Sandbox } from "../../sandbox/sandbox";
import type { Language } from "../../terms/languages";
import type { App } from "../app";
import { toError } from "../query";

/** What runs programs of one language here. */
export type Runtime =
  | { readonly kind: "absent" }
  /** In bytes. */
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly error: Error };

/** Those of all languages. */
export type RuntimesState = Readonly<Record<Language, Runtime>>;

/** What can run in this app by now. Nothing is loaded before it is asked for. */
export function runtimesStore(_app: App): StoreApi<RuntimesState> {
  return createStore<RuntimesState>()(() => ({
    sql: { kind: "absent" },
    python: { kind: "absent" },
    typescript: { kind: "absent" },
  }));
}

/** Where programs on the ladder run; one for the app, so that what was loaded stays when the page is left. */
export function appSandbox(app: App): Sandbox {
  const sandbox = (app.sandbox ?? openSandbox)();
  app.onDispose(() => sandbox.dispose());
  return sandbox;
}

/** The loading that is under way, by language. */
function loadings(
  _app: App,
): Map<Language, { readonly own: AbortController; readonly done: Promise<boolean> }> {
  return new Map();
}

/**
 * Loads what runs a language, once. How far it is, and why it failed, is in the store.
 *
 * @returns Whether programs can run now.
 */
export async function loadRuntime(app: App, language: Language): Promise<boolean> {
  const store = app.part(runtimesStore);
  if (store.getState()[language].kind === "ready") return true;
  const underWay = app.part(loadings);
  const before = underWay.get(language);
  if (before !== undefined) return before.done;
  const own = new AbortController();
  const done = load(app, language, own);
  underWay.set(language, { own, done });
  return done;
}

/** Gives up what is being loaded. */
export function cancelLoading(app: App, language: Language): void {
  app.part(loadings).get(language)?.own.abort();
}

async function load(app: App, language: Language, own: AbortController): Promise<boolean> {
  const store = app.part(runtimesStore);
  const write = (runtime: Runtime) => store.setState({ [language]: runtime });
  write({ kind: "loading", loaded: 0, total: 0 });
  try {
    const onProgress = (loaded: number, total: number) => {
      if (!own.signal.aborted) write({ kind: "loading", loaded, total });
    };
    await app.part(appSandbox).load(language, { onProgress, signal: own.signal });
    write({ kind: "ready" });
    return true;
  } catch (thrown) {
    write(own.signal.aborted ? { kind: "absent" } : { kind: "failed", error: toError(thrown) });
    return false;
  } finally {
    app.part(loadings).delete(language);
  }
}
